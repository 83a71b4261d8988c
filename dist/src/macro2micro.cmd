@echo off
setlocal
if not defined MACRO2MICRO_HEAP set MACRO2MICRO_HEAP=1536m
set OPENCV_LOG_LEVEL=OFF
for %%v in (PYTORCH_VERSION PYTORCH_LIBRARY_PATH PYTORCH_LIBRARY_EXCLUSION PYTORCH_EXTRA_LIBRARY_PATH PYTORCH_FLAVOR PYTORCH_PRECXX11 DJL_DEFAULT_ENGINE DJL_OFFLINE) do set %%v=
"%~dp0..\java\bin\java.exe" -Xmx%MACRO2MICRO_HEAP% -XX:+UseParallelGC -Djava.awt.headless=true -Dai.djl.offline=true %MACRO2MICRO_JAVA_OPTS% -cp "%~dp0..\lib\*" org.macro2micro.cli.Main %*
