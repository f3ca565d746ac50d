# make lab, make test, make env, make notebooks, make exercises; ARGS="…" passes options on.
PYTHON ?= python3

env lab test notebooks exercises:
	@$(PYTHON) tools/course.py $@ $(ARGS)

.PHONY: env lab test notebooks exercises
