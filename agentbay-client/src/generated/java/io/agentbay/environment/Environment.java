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
// Written by agentbay-face from ReactiveEnvironment. Change that, not this.

package io.agentbay.environment;

import java.util.Map;

/**
 * The environment variables that all tools of a session see, commands and code among
 * them, until it ends. What is known of them: programs that run already keep the values
 * that they began with, and variables that a call is given for itself count before these.
 * Whether a {@code $NAME} inside a value is replaced is not known: the local runtime
 * takes values as they are. Called by applications: new methods may be added in minor
 * releases.
 *
 * @since 0.1.0
 */
public interface Environment {

	/**
	 * Set a variable, instead of the value it had: tool {@code set_env}. There is no way
	 * to take it away again; an empty value comes nearest.
	 * @param name its name
	 * @param value its value
	 * @throws IllegalArgumentException if a shell could not know the variable
	 */
	void set(String name, String value);

	/**
	 * Set variables, instead of the values they had: tool {@code set_env}. Others stay as
	 * they are.
	 * @param variables the variables, at least one
	 * @throws IllegalArgumentException if there are none, or a shell could not know one
	 */
	void set(Map<String, String> variables);

	/**
	 * Read the variables: tool {@code get_env}. Whether that is all of the environment or
	 * what was set is the session's choice; the local runtime tells what was set.
	 * @return the variables
	 */
	Map<String, String> getAll();

	/**
	 * Read variables: tool {@code get_env}.
	 * @param names their names, at least one
	 * @return those that are set; a session may tell others as empty
	 * @throws IllegalArgumentException if there are no names, or one is blank
	 */
	Map<String, String> get(String... names);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveEnvironment reactive();

}
