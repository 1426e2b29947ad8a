package io.agentbay.browser;

import java.util.function.Consumer;

import io.agentbay.blocking.Blocking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Hands the notifications of a browser on until it is closed, or fails because the
 * session has ended. Closing it leaves the WebSocket of the session to its other users.
 */
public final class BrowserListener implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BrowserListener.class);

	private final Disposable.Swap subscription = Disposables.swap();

	private volatile @Nullable Throwable failure;

	private BrowserListener() {
	}

	static BrowserListener start(ReactiveBrowser browser, Consumer<BrowserNotification> onNotification) {
		Assert.notNull(onNotification, "'onNotification' must not be null");
		BrowserListener listener = new BrowserListener();
		listener.subscription.update(browser.notifications()
			.publishOn(Schedulers.boundedElastic(), 1)
			.subscribe((notification) -> tell(onNotification, notification), (ex) -> listener.failure = ex));
		try {
			Blocking.await(browser.listening().thenReturn(listener));
		}
		catch (RuntimeException ex) {
			listener.close();
			throw ex;
		}
		return listener;
	}

	/** A consumer that throws misses nothing further. */
	private static void tell(Consumer<BrowserNotification> onNotification, BrowserNotification notification) {
		try {
			onNotification.accept(notification);
		}
		catch (RuntimeException ex) {
			logger.error("What was to be done on a notification of a browser failed; the listener goes on", ex);
		}
	}

	/**
	 * Return why no more notifications come.
	 * @return the failure, {@code null} as long as they do or if this was closed
	 */
	public @Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Stop. The consumer may still be busy with a notification.
	 */
	@Override
	public void close() {
		this.subscription.dispose();
	}

}
