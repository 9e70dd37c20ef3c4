@echo off
rem Runs a PostgreSQL for as long as standard input stays open, then removes it with all it had.
rem See ephemeral.sh. pg_ctl rather than postgres: it gives up administrator's rights, with which postgres refuses to run.
set /p SNAPSHOT_PASSWORD=
mkdir "%SNAPSHOT_DIRECTORY%" || exit /b 1
cd /d "%SNAPSHOT_DIRECTORY%"
>password echo %SNAPSHOT_PASSWORD%
set SNAPSHOT_PASSWORD=
"%SNAPSHOT_BIN%\initdb" -D data --pwfile=password %SNAPSHOT_INITDB_OPTIONS% >log 2>&1 <nul || goto end
del password
"%SNAPSHOT_BIN%\pg_ctl" start -w -D data -l log -o "%SNAPSHOT_OPTIONS%" >nul 2>&1 <nul || goto end
set /p SNAPSHOT_END=
"%SNAPSHOT_BIN%\pg_ctl" stop -m immediate -D data >nul 2>&1 <nul
:end
type log
cd /d "%SystemRoot%"
rmdir /s /q "%SNAPSHOT_DIRECTORY%"
