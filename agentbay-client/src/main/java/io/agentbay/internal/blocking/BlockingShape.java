/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.internal.blocking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a stream of the reactive face is to those who wait for it; read by the generator
 * of the blocking face.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface BlockingShape {

	/**
	 * Return the shape.
	 * @return the shape
	 */
	Kind value();

	/**
	 * Return what the last event carries, for {@link Kind#EVENTS}.
	 * @return the type of the result; if it is not given the last event is the result
	 */
	Class<?> result() default Void.class;

	/**
	 * Return the type of the last event, which has a method {@code result()}.
	 * @return the type
	 */
	Class<?> last() default Void.class;

	/** The shapes. */
	enum Kind {

		/** Answered by one reply: a list. */
		LIST,

		/** Read page by page: a stream that waits once for each page. */
		PAGES,

		/** The bytes of a file: an input stream. */
		BYTES,

		/** Ends with a result: a consumer is told each event. */
		EVENTS,

		/** Never ends by itself: a consumer is told each item until it is closed. */
		SUBSCRIBE

	}

}
