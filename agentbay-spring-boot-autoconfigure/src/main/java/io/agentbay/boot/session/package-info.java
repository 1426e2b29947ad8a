/**
 * Sessions for as long as they are needed: templates that release what they use, and the
 * pool of warm sessions.
 */
@NullMarked
package io.agentbay.boot.session;

import org.jspecify.annotations.NullMarked;
