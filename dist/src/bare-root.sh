#!/bin/sh
# Makes a folder ready to be a root, in namespaces of users, mounts and the network (unshare -rnm), and runs a command there:
#   bare-root.sh FOLDER COMMAND...
# The network has only 127.0.0.1, by which a process reaches another one of the namespace. FOLDER/macro2micro can't be written to.
set -eu
root=$1
shift
mount --rbind /dev "$root/dev"
mount --rbind /proc "$root/proc"
mount --bind "$root/macro2micro" "$root/macro2micro"
mount -o remount,ro,bind "$root/macro2micro"
ip link set lo up
exec "$@"
