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

# What the container of the local runtime runs. Further options are those of the runtime.
# AGENTBAY_API_KEY is the key that clients need; without it a random one is printed.

exec java -XX:SharedArchiveFile=/opt/agentbay/agentbay-local.jsa ${JAVA_OPTS:-} -jar /opt/agentbay/agentbay-local.jar --host 0.0.0.0 --port 8080 \
	--tls-port 8443 --tls-dir /var/lib/agentbay/tls --data-dir /var/lib/agentbay/data "$@"
