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

package io.agentbay.ai.governance.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.rule.PathPattern.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files a program opens and which hosts it reaches, as far as its words tell.
 */
final class ProgramReader {

	/** Options of curl and wget with a value that is no host. */
	private static final Set<String> VALUES = Set.of("-o", "-O", "-H", "-d", "-X", "-A", "-u", "-F", "-b", "-c", "-m",
			"-T", "-w", "-e", "-D", "-E", "-r", "-C", "-y", "-Y", "-z", "-P", "-t", "-a", "-U", "-Q", "--output",
			"--header", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "--request",
			"--user-agent", "--user", "--form", "--cookie", "--cookie-jar", "--max-time", "--connect-timeout",
			"--retry", "--retry-delay", "--write-out", "--upload-file", "--referer", "--dump-header", "--range",
			"--cacert", "--cert", "--key", "--limit-rate", "--output-document", "--directory-prefix", "--timeout",
			"--tries", "--post-data", "--post-file", "--output-dir", "--max-redirs", "--rate");

	private final PathFact home;

	private final RunProgram program;

	private final List<PathFact> paths = new ArrayList<>();

	private final List<HostFact> hosts = new ArrayList<>();

	ProgramReader(PathFact home, RunProgram program) {
		this.home = home;
		this.program = program;
	}

	CallPart part(ToolCall call) {
		String name = String.valueOf(this.program.name());
		List<ShellWord> arguments = this.program.words().subList(1, this.program.words().size());
		if (Programs.opensFiles(name)) {
			arguments.forEach(this::path);
		}
		this.program.files().forEach(this::path);
		this.program.files().forEach(this::device);
		Reach reach = this.program.plain() ? Programs.reach(name, this.program.words()) : Reach.TREE;
		boolean none = this.paths.isEmpty() && Programs.startsInDirectory(name);
		if (none || reach == Reach.TREE && !name.equals("mv") && !name.equals("ln")) {
			this.paths.addAll(this.program.directories());
		}
		if (!this.program.standard()) {
			this.paths.add(directory(this.program.words().get(0)));
		}
		if (Programs.reachesHosts(name)) {
			reached(arguments);
		}
		else {
			arguments.stream()
				.filter((word) -> word.text().contains("://"))
				.forEach((word) -> this.hosts.add(url(word)));
		}
		String hidden = hidden(name);
		return new CallPart(call, this.program, this.paths, this.hosts, reach, hidden, hidden, hidden);
	}

	private @Nullable String hidden(String name) {
		if (this.program.plain()) {
			return null;
		}
		return this.program.standard() ? "'%s' may run other programs, open any file and reach any host".formatted(name)
				: "'%s' is a program in a directory of its own, which may do anything"
					.formatted(this.program.words().get(0).text());
	}

	private PathFact directory(ShellWord word) {
		PathFact base = (this.program.directories().size() == 1) ? this.program.directories().get(0) : PathFact.UNKNOWN;
		return base.resolve(word.text(), false);
	}

	/** All that a word may name: as a whole, or as the value of an option. */
	private void path(ShellWord word) {
		String text = word.text();
		if (word.dynamic()) {
			this.paths.add(PathFact.UNKNOWN);
			return;
		}
		if (word.home()) {
			this.paths.add(this.home.resolve("./" + text, word.glob()));
			return;
		}
		if (!text.startsWith("-")) {
			resolve(text, word.glob());
		}
		else if (text.length() > 2 && text.charAt(1) != '-' && (text.contains("/") || text.contains("~"))) {
			resolve(text.substring(2), word.glob());
		}
		for (int i = 0; i < text.length() - 1; i++) {
			if ("=:@,".indexOf(text.charAt(i)) >= 0 && !text.startsWith("//", i + 1)) {
				resolve(text.substring(i + 1), word.glob());
			}
		}
	}

	private void resolve(String text, boolean glob) {
		if (text.equals("~") || text.startsWith("~/")) {
			this.paths.add(this.home.resolve("./" + text.substring(1), glob));
		}
		if (text.contains("://")) {
			if (text.startsWith("file:")) {
				this.paths.add(PathFact.UNKNOWN);
			}
			return;
		}
		for (PathFact directory : this.program.directories()) {
			this.paths.add(directory.resolve(text, glob));
		}
	}

	/** What bash takes for a connection. */
	private void device(ShellWord word) {
		if (word.text().startsWith("/dev/tcp/") || word.text().startsWith("/dev/udp/")) {
			String[] parts = word.text().split("/", -1);
			this.hosts.add(word.isLiteral() ? HostFact.ofAddress(parts[3]) : HostFact.UNKNOWN);
		}
	}

	private void reached(List<ShellWord> arguments) {
		for (int i = 0; i < arguments.size(); i++) {
			ShellWord word = arguments.get(i);
			String text = word.text();
			if (!word.isLiteral()) {
				this.hosts.add(url(word));
			}
			else if (text.equals("-x") || text.equals("--proxy") || text.equals("--url")) {
				continue;
			}
			else if (text.startsWith("-") && text.contains("=")) {
				if (text.startsWith("--proxy") || text.startsWith("--url")) {
					this.hosts.add(HostFact.ofAddress(text.substring(text.indexOf('=') + 1)));
				}
			}
			else if (text.startsWith("-x") || text.startsWith("--soc") || text.startsWith("--pre")
					|| text.startsWith("--doh") || text.startsWith("--prox")) {
				this.hosts.add(HostFact.UNKNOWN);
			}
			else if (text.startsWith("-")) {
				i += hasValue(text) ? 1 : 0;
			}
			else {
				this.hosts.add(HostFact.ofAddress(text));
			}
		}
		if (this.hosts.isEmpty()) {
			this.hosts.add(HostFact.UNKNOWN);
		}
	}

	/** The last letter of several short options may take one. */
	private boolean hasValue(String option) {
		if ("wget".equals(this.program.name()) && option.equals("-c")
				|| "curl".equals(this.program.name()) && option.matches("-[a-zA-Z]*O")) {
			return false;
		}
		return VALUES.contains(option) || option.matches("-[sSfLkgivIGnNlqjaB0-9]+[oHdXAuFbcmTweDECz]");
	}

	private static HostFact url(ShellWord word) {
		return word.isLiteral() ? HostFact.ofUrl(word.text()) : HostFact.UNKNOWN;
	}

}
