package io.agentbay.local.action;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, wherever in the request they were. An empty value counts as
 * absent.
 *
 * @param parameters the parameters, decoded
 * @param endpoint the address at which the runtime is reached
 */
public record ActionRequest(Map<String, String> parameters, URI endpoint) {

	public ActionRequest {
		parameters = Map.copyOf(parameters);
	}

	/** The address at which the runtime is reached by WebSocket. */
	String socketEndpoint() {
		return "ws" + this.endpoint.toString().substring("http".length());
	}

	/**
	 * A text.
	 * @param name the parameter
	 * @return its value, or {@code null} when absent
	 */
	public @Nullable String text(String name) {
		String value = this.parameters.get(name);
		return (value == null || value.isEmpty()) ? null : value;
	}

	/**
	 * A text that has to be there.
	 * @param name the parameter
	 * @return its value
	 */
	public String required(String name) {
		String value = text(name);
		if (value == null) {
			throw new ActionException(400, "MissingParameter", "Parameter " + name + " is required");
		}
		return value;
	}

	/**
	 * A text.
	 * @param name the parameter
	 * @param standard what stands for an absent one
	 * @return its value
	 */
	public String text(String name, String standard) {
		String value = text(name);
		return (value != null) ? value : standard;
	}

	int integer(String name, int standard, int min, int max) {
		String value = text(name);
		if (value == null) {
			return standard;
		}
		try {
			int number = Integer.parseInt(value.strip());
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a number out of range.
		}
		throw ActionException.invalid(name, "must be an integer from %d to %d".formatted(min, max));
	}

	boolean flag(String name) {
		String value = text(name);
		if (value == null) {
			return false;
		}
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw ActionException.invalid(name, "must be true or false");
		};
	}

}
