# How each of the scripts begins: with a directory of its own, which it removes at its end.
# The password comes as the first line of standard input, where no list of processes shows it.
umask 077
trap '' INT HUP QUIT TERM        # Ctrl+C may reach us too, but there is cleaning up to do.
IFS= read -r password || exit 1
place=$(readlink /proc/self/ns/pid 2>/dev/null)
{ mkdir "$SNAPSHOT_DIRECTORY" && cd "$SNAPSHOT_DIRECTORY" && echo "$$ $place" >guard && printf '%s\n' "$password" >password; } 2>&1 || exit 1

# Who kills all of a build's processes kills its guards, too. What these have left is ours to remove, in the place where the numbers
# of processes are the same: those of another container are others. A server that is left without its directory ends by itself.
is_running() {
    kill -0 "$1" && ! grep -q '^State:.Z' "/proc/$1/status"
}

for left in "${SNAPSHOT_DIRECTORY%/*}"/snap-*; do
    if [ -O "$left" ] && [ ! -L "$left" ] && read -r pid where <"$left/guard" && [ "$where" = "$place" ] && ! is_running "$pid"; then
        rm -rf "$left"
    fi
done </dev/null >/dev/null 2>&1 &
