@echo off
rem The nightly push to SqlDBM: run this once on the machine that reaches the database, and Windows runs the push each night.
rem The connection and the token come from the .env file of this clone.
if "%~1"=="now" goto now
schtasks /Create /F /TN "Schema push" /SC DAILY /ST 02:40 /TR "\"%~f0\" now"
goto :eof
:now
cd /d "%~dp0.."
dotnet build "__PROJECT_CMD__" -t:SchemaSnapshotExport,SchemaSnapshotPush
