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

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths that clients send to computers with Windows, whose part a Linux plays here.
 */
public final class WindowsPath {

	private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):[\\\\/](.*)", Pattern.DOTALL);

	private WindowsPath() {
	}

	/**
	 * Where a path leads here: {@code C:\Users\x} to {@code /c/Users/x}.
	 * @param path any path
	 * @return an absolute path if it names a drive, else the path as it is
	 */
	public static String mapped(String path) {
		Matcher drive = DRIVE.matcher(path);
		return drive.matches() ? "/" + drive.group(1).toLowerCase(Locale.ROOT) + "/" + drive.group(2).replace('\\', '/')
				: path;
	}

}
