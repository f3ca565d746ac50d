# make lab, make test, make env, make notebooks, make exercises, make bench; ARGS="…" passes options on.
PYTHON ?= python3

env lab test notebooks exercises bench:
	@$(PYTHON) tools/course.py $@ $(ARGS)

.PHONY: env lab test notebooks exercises bench
