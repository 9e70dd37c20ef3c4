# How each of the scripts begins: with a directory of its own, which it removes at its end.
# The password comes as the first line of standard input, where no list of processes shows it.
umask 077
trap '' INT HUP QUIT TERM        # Ctrl+C may reach us too, but there is cleaning up to do.
IFS= read -r password || exit 1
place=$(readlink /proc/self/ns/pid 2>/dev/null)
{ mkdir "$SNAPSHOT_DIRECTORY" && cd "$SNAPSHOT_DIRECTORY" && echo "$$ $place" >guard && printf '%s\n' "$password" >password; } 2>&1 || exit 1

# The guard's name goes last: who is killed here leaves a directory that still tells whose it was.
remove_directory() {
    rm -rf "$1"/data "$1"/log "$1"/password "$1"/.s.*
    rm -rf "$1"
}

# Who kills all of a build's processes kills its guards, too. What these have left is ours to remove, in the place where the numbers
# of processes are the same: those of another container are others. A server that is left without its directory ends by itself.
is_running() {
    kill -0 "$1" && ! grep -q '^State:.Z' "/proc/$1/status"
}

# A server that is killed leaves its segment of shared memory. The segment's number comes again when the machine is started anew, so the
# process that made it has to be the server's, too.
remove_segment() {
    segment=$(awk 'FNR == 1 { file++ }
        file == 1 && FNR == 1 { server = $1 < 0 ? -$1 : $1 }
        file == 1 && FNR == 7 { segment = $2 }
        file == 2 && $2 == segment && $5 == server && $7 == 0 { print segment }' "$1/data/postmaster.pid" /proc/sysvipc/shm)
    [ -z "$segment" ] || ipcrm -m "$segment"
}

sweep() {
    if [ -s "$1/guard" ]; then
        read -r pid where <"$1/guard" && [ "$where" = "$place" ] && ! is_running "$pid" || return
        remove_segment "$1"
        remove_directory "$1"
    elif [ -n "$(find "$1" -prune -mmin +10)" ]; then
        # Killed before it had written its name, which is the first that it does: there is nothing else in it.
        rm -f "$1/guard"
        rmdir "$1"
    fi
}

for left in "${SNAPSHOT_DIRECTORY%/*}"/snap-???????????; do
    [ -O "$left" ] && [ ! -L "$left" ] && sweep "$left"
done </dev/null >/dev/null 2>&1 &
