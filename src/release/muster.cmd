@echo off
rem Runs Muster with a Java 17 or later: the one that JAVA_HOME names, else the one on PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 %MUSTER_JAVA_OPTS% -jar "%~dp0..\lib\muster.jar" %*
exit /b %ERRORLEVEL%
