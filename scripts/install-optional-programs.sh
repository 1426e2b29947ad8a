#!/bin/sh
#
# Copyright 2026-present the original author or authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
#

# Installs the Debian packages that the tests of this build can use. Without them the
# build works too, but tests that need a program are skipped.
#
# Usage: scripts/install-optional-programs.sh      (as root, or as a user who may sudo)

set -eu

say() {
	echo "install-optional-programs: $*"
}

# Runs a command as root.
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

can_install() {
	if ! command -v apt-get >/dev/null 2>&1; then
		say "no apt-get on this system: nothing is installed"
		return 1
	fi
	if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
		say "neither root nor sudo: nothing is installed"
		return 1
	fi
}

# Prints those of the given packages that are not installed.
missing() {
	for package in "$@"; do
		dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
	done
}

# Sessions of the local runtime are isolated by bubblewrap and entered by nsenter.
sandbox_packages() {
	echo bubblewrap util-linux
}

# Code is run by interpreters that sessions can see: those under /usr. A program that is
# there already, from whatever package, is not installed again.
code_packages() {
	[ -x /usr/bin/python3 ] || echo python3
	[ -x /usr/bin/node ] || echo nodejs
	[ -x /usr/bin/java ] || echo default-jdk-headless
	echo r-base-core python3-matplotlib
}

# Browsers of sessions are Chromium; without a font its pages are blank.
browser_packages() {
	echo chromium fonts-liberation
}

# The desktop of a session: a display, a window manager, what works them, and a program
# for the tests to look at. Fonts are for the phone.
desktop_packages() {
	echo xvfb openbox xdotool wmctrl x11-utils x11-xserver-utils procps xterm fontconfig fonts-dejavu-core
}

# Phones of sessions are reached by adb.
phone_packages() {
	echo adb
}

# Where instances of an application keep locks and sessions in common.
store_packages() {
	[ -x /usr/bin/redis-server ] || echo redis-server
}

# The container of the local runtime: an engine, and what makes a system to start from.
container_packages() {
	command -v dockerd >/dev/null 2>&1 || echo docker.io
	command -v debootstrap >/dev/null 2>&1 || echo debootstrap
}

main() {
	can_install || return 0
	# shellcheck disable=SC2046 # one word per package
	packages=$(missing $(sandbox_packages) $(code_packages) $(browser_packages) $(desktop_packages) \
		$(phone_packages) $(store_packages) $(container_packages))
	if [ -z "$packages" ]; then
		say "everything is installed already"
		return 0
	fi
	say "installing:" $packages
	as_root apt-get update -qq
	# shellcheck disable=SC2086 # one word per package
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
}

main "$@"
