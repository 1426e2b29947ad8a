package io.agentbay.channel;

/**
 * Whether the WebSocket of a session is open.
 */
public enum ChannelState {

	/** Not open; the next use opens it. */
	CLOSED,

	/** Open. */
	OPEN,

	/** Lost, and opened again as soon as possible, since somebody listens to pushes. */
	RECONNECTING,

	/** Closed for good: the session has ended or the client was closed. */
	ENDED

}
