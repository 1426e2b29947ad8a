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

package io.agentbay.boot.pool;

/**
 * How a pool stands.
 *
 * @param idle how many sessions are ready
 * @param lent how many sessions are in use
 * @param pending how many wait for a session
 * @param max how many sessions there may be at once
 * @param created how many sessions were created since the start
 * @param discarded how many sessions were given up before they were used: too old, too
 * near their end, or found dead
 * @since 0.1.0
 */
public record PoolFigures(int idle, int lent, int pending, int max, long created, long discarded) {

}
