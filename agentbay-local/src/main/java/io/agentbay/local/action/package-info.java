/**
 * The actions of the OpenAPI door, one class per group.
 */
@NullMarked
package io.agentbay.local.action;

import org.jspecify.annotations.NullMarked;
