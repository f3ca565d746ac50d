@echo off
rem The words of the Makefile for Windows: make lab, make test, make check, make env, make notebooks, make exercises, make editions, make assignments, make bench, make class-load
setlocal
set PYTHON=python
where /q py && set PYTHON=py -3
%PYTHON% "%~dp0tools\course.py" %*
exit /b %errorlevel%
