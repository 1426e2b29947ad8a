#!/bin/sh
# What the container of the local runtime runs. Further options are those of the runtime.
# AGENTBAY_API_KEY is the key that clients need; without it a random one is printed.

exec java ${JAVA_OPTS:-} -jar /opt/agentbay/agentbay-local.jar --host 0.0.0.0 --port 8080 \
	--tls-port 8443 --tls-dir /var/lib/agentbay/tls --data-dir /var/lib/agentbay/data "$@"
