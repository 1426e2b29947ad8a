package io.agentbay.transport;

/**
 * How the connections of a client stand.
 *
 * @param active how many connections carry a call
 * @param idle how many connections are open and free
 * @param pending how many calls wait for a connection
 * @param webSockets how many WebSockets are open
 * @param bytesSent how many bytes were sent since the client was built, as on the wire
 * @param bytesReceived how many bytes were received, likewise
 */
public record ConnectionFigures(int active, int idle, int pending, int webSockets, long bytesSent, long bytesReceived) {

}
