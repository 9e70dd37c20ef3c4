# Runs a PostgreSQL for as long as standard input stays open, then removes it with all it had.
# The build holds the other end: however it ends, even by kill -9, the server ends with it.
exec 2>&1 3<&0

(
    # shellcheck disable=SC2086  # Lists of plain words.
    if [ -n "$SNAPSHOT_TEMPLATE" ] && cp -R "$SNAPSHOT_TEMPLATE" data; then
        echo "ALTER ROLE postgres PASSWORD '$password'" | "$SNAPSHOT_BIN/postgres" --single -D data -c fsync=off -c dynamic_shared_memory_type=mmap template1 || exit
    else
        rm -rf data     # What cp has left.
        "$SNAPSHOT_BIN/initdb" -D data --pwfile=password $SNAPSHOT_INITDB_OPTIONS || exit
    fi
    rm password
    # shellcheck disable=SC2086
    exec "$SNAPSHOT_BIN/postgres" -D data -c "unix_socket_directories=\"$SNAPSHOT_DIRECTORY\"" $SNAPSHOT_OPTIONS
) </dev/null >log 3<&- &
server=$!

(
    # The build says when the server runs. To remove its segment of memory now means that the system does so when the last of its
    # processes ends, even by kill -9.
    while read -r _; do ipcrm -m "$(sed -n '7s/.* //p' data/postmaster.pid)"; done
    # Again and again: until the server has set itself up, the signal is lost on it.
    while kill -QUIT "$server"; do sleep 0.1; done
) <&3 >/dev/null 2>&1 &
guard=$!

wait "$server"
status=$?
kill -KILL "$guard"
tail -n 20 log
cd / && remove_directory "$SNAPSHOT_DIRECTORY"
exit "$status"
