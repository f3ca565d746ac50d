# make lab, make test, make env, make notebooks; ARGS="…" passes options on.
PYTHON ?= python3

env lab test notebooks:
	@$(PYTHON) tools/course.py $@ $(ARGS)

.PHONY: env lab test notebooks
