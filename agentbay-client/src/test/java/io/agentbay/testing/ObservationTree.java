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

package io.agentbay.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.observation.CallObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where each observation stands below its parents, from the moment it starts.
 */
public final class ObservationTree implements ObservationHandler<Observation.Context> {

	private final List<String> paths = new CopyOnWriteArrayList<>();

	private final ObservationRegistry registry = ObservationRegistry.create();

	public ObservationTree() {
		this.registry.observationConfig().observationHandler(this);
	}

	public ObservationRegistry registry() {
		return this.registry;
	}

	public Observation start(String name) {
		return Observation.start(name, this.registry);
	}

	/** Paths such as {@code request > agentbay.tool.call shell}. */
	public List<String> paths() {
		return this.paths;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	@Override
	public void onStart(Observation.Context context) {
		this.paths.add(path(context, context.getParentObservation()));
	}

	private static String path(Observation.ContextView context, @Nullable ObservationView parent) {
		String name = (context instanceof CallObservationContext call) ? call.getName() + " " + call.operation()
				: String.valueOf(context.getName());
		return (parent == null) ? name
				: path(parent.getContextView(), parent.getContextView().getParentObservation()) + " > " + name;
	}

}
