# The local runtime of AgentBay in a container. Build it with scripts/build-image.sh, or after ./mvnw package with
#
#   docker build --build-arg BASE_IMAGE=eclipse-temurin:17-jre -t agentbay/local-runtime .
#
# The base needs a Java runtime (17 or newer) and bash. What else it holds decides what sessions can do: python3,
# nodejs, chromium and so on, see agentbay-local/README.md.
ARG BASE_IMAGE=eclipse-temurin:17-jre
FROM ${BASE_IMAGE}

COPY agentbay-local/target/agentbay-local-*-exec.jar /opt/agentbay/agentbay-local.jar
COPY scripts/container-entrypoint.sh /opt/agentbay/entrypoint.sh

RUN groupadd --system --gid 10001 agentbay \
	&& useradd --system --uid 10001 --gid agentbay --create-home agentbay \
	&& install -d -o agentbay -g agentbay /var/lib/agentbay /var/lib/agentbay/data /var/lib/agentbay/tls \
	&& chmod 0755 /opt/agentbay /opt/agentbay/entrypoint.sh \
	&& chmod 0644 /opt/agentbay/agentbay-local.jar

# Names of files are UTF-8, whatever the base thinks.
ENV LC_ALL=C.UTF-8

# What the program loads at its start is kept as the JVM maps it: it is ready in two thirds of the time.
RUN java -XX:ArchiveClassesAtExit=/opt/agentbay/agentbay-local.jsa -Xlog:disable -jar /opt/agentbay/agentbay-local.jar \
		--port 0 --allow-root --data-dir /tmp/data >/tmp/ready 2>/dev/null & program=$!; \
	for wait in $(seq 300); do grep -q listens /tmp/ready && break || sleep 0.2; done; \
	kill $program; wait $program; \
	chmod 0644 /opt/agentbay/agentbay-local.jsa && rm -rf /tmp/data /tmp/ready

USER agentbay
WORKDIR /var/lib/agentbay

# http, https
EXPOSE 8080 8443

# Contexts stay in /var/lib/agentbay/data; clients find the certificate in /var/lib/agentbay/tls.
VOLUME ["/var/lib/agentbay/data", "/var/lib/agentbay/tls"]

# Any answer of the runtime itself will do: without a key it is a refusal in its envelope.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
	"exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET / HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q RequestId <&3"]

ENTRYPOINT ["/opt/agentbay/entrypoint.sh"]
