package io.agentbay.local.mount;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.jspecify.annotations.Nullable;

/**
 * By what a changed file is told from an unchanged one.
 *
 * @param size its size
 * @param modified when it was last changed
 * @param key which file it is, where the machine tells
 */
record Stamp(long size, FileTime modified, @Nullable Object key) {

	static Stamp of(BasicFileAttributes attributes) {
		return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
	}

}
