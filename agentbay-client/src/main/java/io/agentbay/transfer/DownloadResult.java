package io.agentbay.transfer;

import java.nio.file.Path;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A file that was fetched from a session.
 *
 * @param outcome how the operation ended; its request id is that of the address
 * @param path where the file is in the session
 * @param localPath where it is on this machine, {@code null} on failure
 * @param bytesReceived its size, 0 on failure
 * @param syncRequestId the id of the request that brought it into the storage,
 * {@code null} if it did not come to that
 */
public record DownloadResult(Outcome outcome, String path, @Nullable Path localPath, long bytesReceived,
		@Nullable String syncRequestId) implements Result<DownloadResult> {
}
