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

package io.agentbay.code;

/**
 * The error that ended a piece of code.
 *
 * @param name its name, such as {@code NameError}, without a package;
 * {@code ExecutionError} if the image tells of it in a form that is not known
 * @param value its message
 * @param traceback where it happened, empty if the image does not tell
 * @since 0.1.0
 */
public record CodeError(String name, String value, String traceback) {
}
