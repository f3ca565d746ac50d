# make lab, make test, make check ARGS=03, make env, make notebooks, make exercises, make editions, make assignments, make bench, make class-load; ARGS="…" passes options on.
# make lab UI=ko has lessons and menus in Korean.
PYTHON ?= python3

env lab test check notebooks exercises editions assignments bench class-load:
	@$(PYTHON) tools/course.py $@$(if $(UI), UI=$(UI)) $(ARGS)

.PHONY: env lab test check notebooks exercises editions assignments bench class-load
