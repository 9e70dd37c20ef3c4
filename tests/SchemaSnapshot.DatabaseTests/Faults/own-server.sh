# A server with settings of the test's own, for as long as standard input stays open. OVERLAY is copied over the data directory
# at the word "go", so that a test can let a standby begin with what its primary says at the end of the copying.
exec 2>&1
umask 077
trap '' INT HUP QUIT TERM
mkdir "$DIRECTORY" && cd "$DIRECTORY" && cp -R "$TEMPLATE" data && rm -rf data/postmaster.pid data/pg_replslot/* || exit 1
: >copied
IFS= read -r _ || exit 1
cp -R "$OVERLAY/." data/
"$BIN/postgres" -D data -k "$DIRECTORY" </dev/null >log 2>&1 &
server=$!
while read -r word; do
    [ "$word" = promote ] && "$BIN/pg_ctl" promote -D data -W >/dev/null </dev/null
done
while kill -QUIT "$server" 2>/dev/null; do sleep 0.1; done
cd / && rm -rf "$DIRECTORY"
