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
