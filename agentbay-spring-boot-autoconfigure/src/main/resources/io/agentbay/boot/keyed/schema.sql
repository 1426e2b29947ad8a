--
-- Copyright 2026-present the original author or authors.
--
-- Licensed under the Apache License, Version 2.0 (the "License");
-- you may not use this file except in compliance with the License.
-- You may obtain a copy of the License at
--
--      https://www.apache.org/licenses/LICENSE-2.0
--
-- Unless required by applicable law or agreed to in writing, software
-- distributed under the License is distributed on an "AS IS" BASIS,
-- WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
-- See the License for the specific language governing permissions and
-- limitations under the License.
--

-- Which session belongs to which key. Times are milliseconds since 1970.
CREATE TABLE IF NOT EXISTS AGENTBAY_KEYED_SESSION (
	NAMESPACE VARCHAR(100) NOT NULL,
	SESSION_KEY VARCHAR(64) NOT NULL,
	SESSION_ID VARCHAR(200) NOT NULL,
	CREATED_AT BIGINT NOT NULL,
	USED_AT BIGINT NOT NULL,
	CONSTRAINT AGENTBAY_KEYED_SESSION_PK PRIMARY KEY (NAMESPACE, SESSION_KEY)
);
