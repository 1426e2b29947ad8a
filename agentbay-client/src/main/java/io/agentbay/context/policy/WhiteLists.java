package io.agentbay.context.policy;

import java.util.List;

import org.springframework.util.Assert;

/**
 * The directories that are copied.
 *
 * @param whiteLists the directories; default all
 */
public record WhiteLists(List<WhiteList> whiteLists) {

	public WhiteLists {
		Assert.notNull(whiteLists, "'whiteLists' must not be null");
		whiteLists = List.copyOf(whiteLists);
	}

	/**
	 * Return the default: everything.
	 * @return the default
	 */
	public static WhiteLists everything() {
		return new WhiteLists(List.of(WhiteList.of("")));
	}

	/**
	 * Return lists of directories with all that is below them.
	 * @param paths the directories
	 * @return the lists
	 */
	public static WhiteLists of(String... paths) {
		return new WhiteLists(List.of(paths).stream().map(WhiteList::of).toList());
	}

}
