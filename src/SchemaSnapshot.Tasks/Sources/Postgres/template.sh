# Writes an archive of a data directory, as initdb leaves it, to standard output, and leaves nothing else behind:
# not even after kill -9 of the build, whose end of the pipe goes with it.
# shellcheck disable=SC2086  # A list of plain words.
"$SNAPSHOT_BIN/initdb" -D data --pwfile=password $SNAPSHOT_INITDB_OPTIONS </dev/null >log 2>&1 && tar -cf - -C data .
status=$?
cd / && remove_directory "$SNAPSHOT_DIRECTORY"
exit "$status"
