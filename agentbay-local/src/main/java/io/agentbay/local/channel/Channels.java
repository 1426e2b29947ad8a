package io.agentbay.local.channel;

import java.util.concurrent.Executor;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.journal.Journal;
import io.agentbay.local.session.Session;
import io.agentbay.local.session.SessionNotFoundException;
import io.agentbay.local.session.Sessions;
import io.agentbay.local.tool.ToolCatalogue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens channels.
 */
public final class Channels {

	/** The code with which a channel closes whose session ends. */
	static final int SESSION_GONE = 4404;

	private final Tools tools;

	/**
	 * Describe the channels.
	 * @param mapper reads and writes frames
	 * @param sessions the sessions
	 * @param catalogue the tool servers that are called
	 * @param workers carry calls out
	 * @param journal where calls are written down
	 * @param faults what is to go wrong
	 * @param clock tells when
	 */
	public Channels(JsonMapper mapper, Sessions sessions, ToolCatalogue catalogue, Executor workers, Journal journal,
			Faults faults, RuntimeClock clock) {
		this.tools = new Tools(mapper, sessions, catalogue, workers, journal, faults, clock);
	}

	/**
	 * Open a channel. It closes the connection when its session ends.
	 * @param sessionId the session
	 * @param wire the connection
	 * @return the channel
	 * @throws SessionNotFoundException if the session has ended
	 */
	public Channel open(String sessionId, Wire wire) {
		Session session = this.tools.sessions().get(sessionId);
		Channel channel = new Channel(session, wire, this.tools);
		channel.closesWith(session
			.atEnd(() -> wire.close(SESSION_GONE, "InvalidMcpSession.NotFound: Resource [McpSession] is not found.")));
		return channel;
	}

	/**
	 * What channels work with.
	 */
	record Tools(JsonMapper mapper, Sessions sessions, ToolCatalogue catalogue, Executor workers, Journal journal,
			Faults faults, RuntimeClock clock) {
	}

}
