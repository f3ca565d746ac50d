# make lab, make test, make env, make notebooks, make exercises, make editions, make bench; ARGS="…" passes options on.
PYTHON ?= python3

env lab test notebooks exercises editions bench:
	@$(PYTHON) tools/course.py $@ $(ARGS)

.PHONY: env lab test notebooks exercises editions bench
