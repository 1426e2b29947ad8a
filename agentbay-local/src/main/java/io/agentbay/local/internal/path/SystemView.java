/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.local.internal.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a session sees of the machine, read-only: its programs and libraries, and of other
 * directories only what is on a list. What the list does not have cannot be seen, so that
 * nobody has to think of all secrets of all machines.
 *
 * @param directories the directories that are seen whole, by their names in the root
 * directory
 * @param links what is a link in the root directory, such as {@code bin} to
 * {@code usr/bin}
 * @param listed where what is on the list really is
 * @param frame a directory with what is seen of directories of which only a part is; in
 * it, what is listed has an empty stand-in
 */
public record SystemView(List<String> directories, Map<String, Path> links, Map<Path, Path> listed, Path frame) {

	private static final List<String> WHOLE = List.of("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32");

	/** What programs need; nothing of it is secret, or about who uses the machine. */
	private static final List<String> CONFIGURATION = List.of("ImageMagick-6", "ImageMagick-7", "R", "X11",
			"alternatives", "bash.bashrc", "bash_completion.d", "ca-certificates", "ca-certificates.conf", "chromium",
			"chromium.d", "crypto-policies", "dbus-1", "debian_version", "fonts", "gai.conf", "glvnd", "groff",
			"gtk-2.0", "gtk-3.0", "gtk-4.0", "host.conf", "hosts", "inputrc", "issue", "java-11-openjdk",
			"java-17-openjdk", "java-21-openjdk", "java-25-openjdk", "ld.so.cache", "ld.so.conf", "ld.so.conf.d",
			"locale.alias", "locale.gen", "localtime", "lsb-release", "magic", "magic.mime", "manpath.config",
			"matplotlibrc", "mime.types", "networks", "nsswitch.conf", "openal", "os-release", "papersize", "perl",
			"pki/ca-trust", "pki/java", "pki/tls/cert.pem", "pki/tls/certs", "profile", "profile.d", "protocols",
			"pulse", "python3", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "resolv.conf",
			"rpc", "sensors3.conf", "services", "sgml", "shells", "ssl/certs", "ssl/openssl.cnf", "terminfo",
			"timezone", "vim", "wgetrc", "xattr.conf", "xdg", "xml");

	/** What may change while sessions live. Other files are small, and are copied. */
	private static final List<String> CHANGING = List.of("hosts", "resolv.conf");

	/**
	 * Look at the machine.
	 * @param frame an empty directory
	 * @param replaced files to show with other content
	 * @param further what is to be seen beside what programs need
	 */
	public static SystemView ofMachine(Path frame, Map<Path, Path> replaced, List<Path> further) throws IOException {
		List<String> directories = new ArrayList<>();
		Map<String, Path> links = new LinkedHashMap<>();
		for (String name : WHOLE) {
			Path path = Path.of("/", name);
			if (Files.isSymbolicLink(path)) {
				links.put(name, Files.readSymbolicLink(path));
			}
			else if (Files.isDirectory(path)) {
				directories.add(name);
			}
		}
		SystemView view = new SystemView(List.copyOf(directories), Map.copyOf(links), new LinkedHashMap<>(), frame);
		Files.createDirectories(frame.resolve("etc"));
		Path etc = Path.of("/etc");
		for (Path path : Stream.concat(CONFIGURATION.stream().map(etc::resolve), further.stream()).toList()) {
			if (Files.exists(path) && !replaced.containsKey(path)) {
				view.show(path, further.contains(path));
			}
		}
		for (Map.Entry<Path, Path> file : replaced.entrySet()) {
			Files.copy(file.getValue(), view.inFrame(file.getKey()));
		}
		return view;
	}

	private void show(Path path, boolean asked) throws IOException {
		Path real = path.toRealPath();
		Path place = inFrame(path);
		if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		if (Files.isSymbolicLink(path) && isWhole(real)) {
			Files.createSymbolicLink(place, Files.readSymbolicLink(path));
		}
		else if (Files.isDirectory(real)) {
			Files.createDirectory(place);
			this.listed.put(path, real);
		}
		else if (asked || CHANGING.contains(String.valueOf(path.getFileName()))) {
			Files.createFile(place);
			this.listed.put(path, real);
		}
		else if (Files.isReadable(real)) {
			Files.copy(real, place, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private Path inFrame(Path path) throws IOException {
		Path place = this.frame.resolve(Path.of("/").relativize(path));
		Files.createDirectories(Objects.requireNonNull(place.getParent()));
		return place;
	}

	private boolean isWhole(Path real) {
		return this.directories.contains(real.getName(0).toString());
	}

	/**
	 * The directories of the machine, whole or in part, by their names in the root
	 * directory.
	 */
	public List<String> mountPoints() throws IOException {
		List<String> points = new ArrayList<>(this.directories);
		points.addAll(partial());
		return points;
	}

	/**
	 * The directories of which only a part is seen.
	 */
	public List<String> partial() throws IOException {
		try (Stream<Path> parts = Files.list(this.frame)) {
			return parts.map((part) -> part.getFileName().toString()).sorted().toList();
		}
	}

	/**
	 * Whether a path of a session belongs to the machine.
	 * @param names the names on the path, from the root
	 */
	boolean contains(List<String> names) {
		return !names.isEmpty() && (this.directories.contains(names.get(0))
				|| Files.isDirectory(this.frame.resolve(names.get(0)), LinkOption.NOFOLLOW_LINKS));
	}

	/**
	 * The file behind a path for which {@link #contains(List)} holds.
	 */
	Path host(List<String> names) {
		Path path = Path.of("/", names.toArray(String[]::new));
		if (this.directories.contains(names.get(0))) {
			return path;
		}
		for (Map.Entry<Path, Path> entry : this.listed.entrySet()) {
			if (path.startsWith(entry.getKey())) {
				return entry.getValue().resolve(entry.getKey().relativize(path));
			}
		}
		return this.frame.resolve(Path.of("/").relativize(path));
	}

}
