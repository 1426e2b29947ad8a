package io.agentbay.ai.governance.budget;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was spent. Implemented by applications: new methods will have a default.
 *
 * @since 0.1.0
 */
public interface BudgetStore {

	/**
	 * Find what was spent.
	 * @param key whose budget it is, up to 64 characters
	 * @return the usage, {@code null} if nothing was spent
	 */
	@Nullable
	Usage find(String key);

	/**
	 * Remember what was spent, unless somebody else has spent something meanwhile.
	 * @param key whose budget it is
	 * @param expected what was found, {@code null} if nothing was
	 * @param usage what takes its place
	 * @return whether it was as expected, and is now changed
	 */
	boolean replace(String key, @Nullable Usage expected, Usage usage);

}
