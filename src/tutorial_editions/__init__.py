"""Nbconvert's plug-ins for this course: notebooks in one language, handouts and slides.

Once the course is installed, ``jupyter nbconvert --to edition``, ``--to handout`` and
``--to deck`` make them from one lesson. ``make editions`` makes all of them.
"""
