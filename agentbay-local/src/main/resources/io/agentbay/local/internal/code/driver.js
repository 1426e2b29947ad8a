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

'use strict';

/*
 * Runs JavaScript code for the AgentBay local runtime and keeps what it leaves behind.
 *
 * The code runs on the main thread, evaluated through the inspector as a browser's console
 * does it: declarations may be repeated, and await works. A second thread reads the
 * requests, which come on file descriptor 3 (see Interpreter.java), and can interrupt the
 * code whatever the main thread is doing. What the driver has to say goes to the
 * file descriptors 1 and 2 in frames, see Frames.java.
 */

const fs = require('fs');
const path = require('path');
const util = require('util');
const inspector = require('inspector');
const { Console } = require('console');
const { Socket } = require('net');
const { Writable } = require('stream');
const { createRequire } = require('module');
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');

const PIECE = 3900;
const HELPER = Symbol.for('io.agentbay.driver');
const IDLE_MILLIS = 250;

function write(descriptor, bytes) {
	let rest = Buffer.from(bytes);
	while (rest.length > 0) {
		try {
			rest = rest.subarray(fs.writeSync(descriptor, rest));
		}
		catch (failure) {
			if (failure.code !== 'EAGAIN') {
				throw failure;
			}
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
		}
	}
}

function say(descriptor, mark, message) {
	const data = JSON.stringify(message)
		.replace(/[\u007f-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
	for (let from = 0; from < data.length; from += PIECE) {
		const kind = from + PIECE < data.length ? '+' : '.';
		write(descriptor, '\x1e' + mark + kind + data.substr(from, PIECE) + '\n');
	}
}

/* The main thread: what the code finds, and what looks at its values. */

function output(descriptor) {
	return new Writable({
		decodeStrings: true,
		write(chunk, encoding, done) {
			write(descriptor, chunk);
			done();
		},
	});
}

function describe(value) {
	const data = { 'text/plain': typeof value === 'string' ? util.inspect(value) : util.inspect(value, { depth: 4 }) };
	const show = value !== null && value !== undefined && value[Symbol.for('Jupyter.display')];
	if (typeof show === 'function') {
		for (const [type, content] of Object.entries(show.call(value) ?? {})) {
			data[type] = Buffer.isBuffer(content) || content instanceof Uint8Array
				? Buffer.from(content).toString('base64') : content;
		}
	}
	return data;
}

function explain(failure) {
	const isError = util.types.isNativeError(failure) || failure instanceof Error;
	if (!isError) {
		return { name: 'Uncaught', value: util.inspect(failure), traceback: 'Uncaught ' + util.inspect(failure) };
	}
	const stack = String(failure.stack ?? failure);
	const lines = stack.split('\n');
	const own = lines.filter((line) => !/^\s+at /.test(line) || !/node:|\[eval\]|driver\.js/.test(line));
	return { name: String(failure.name), value: String(failure.message), traceback: own.join('\n') };
}

function prepareMainThread() {
	const stdout = output(1);
	const stderr = output(2);
	Object.defineProperty(process, 'stdout', { get: () => stdout, configurable: true });
	Object.defineProperty(process, 'stderr', { get: () => stderr, configurable: true });
	const console = new Console(stdout, stderr);
	for (const name of Object.keys(console)) {
		globalThis.console[name] = console[name];
	}
	globalThis.require = createRequire(path.join(process.cwd(), 'code.js'));
	for (const event of ['uncaughtException', 'unhandledRejection']) {
		process.on(event, (failure) => write(2, explain(failure).traceback + '\n'));
	}
}

function evaluateFor(worker, mark) {
	let current = 0;
	const session = new inspector.Session();
	session.connect();

	const show = (value, main) => say(1, mark,
		{ id: current, type: 'result', data: { isMainResult: main, ...describe(value) } });
	globalThis.display = (...values) => values.forEach((value) => show(value, false));
	Object.defineProperty(globalThis, HELPER, { value: { show: (value) => show(value, true), explain } });

	const onHelper = (name, remote, then) => {
		const argument = remote.objectId ? { objectId: remote.objectId }
			: remote.unserializableValue ? { unserializableValue: remote.unserializableValue } : { value: remote.value };
		session.post('Runtime.evaluate', { expression: `globalThis[Symbol.for('${HELPER.description}')]` },
			(_, helper) => session.post('Runtime.callFunctionOn', {
				objectId: helper.result.objectId,
				functionDeclaration: `function(value) { return this.${name}(value); }`,
				arguments: [argument],
				returnByValue: true,
				silent: true,
			}, (failure, answer) => then(answer ?? { exceptionDetails: { text: failure.message } })));
	};

	const done = (id) => worker.postMessage({ type: 'done', id });

	const fail = (id, exception) => onHelper('explain', exception.exception ?? { value: exception.text }, (explained) => {
		const error = explained.result?.value
			?? { name: 'Error', value: exception.text, traceback: exception.exception?.description ?? '' };
		say(1, mark, { id, type: 'error', ...error });
		done(id);
	});

	const evaluated = (id, answer) => {
		if (id !== current) {
			return;
		}
		if (answer.exceptionDetails) {
			fail(id, answer.exceptionDetails);
		}
		else if (answer.result.type === 'undefined') {
			done(id);
		}
		else {
			onHelper('show', answer.result, (shown) => shown.exceptionDetails ? fail(id, shown.exceptionDetails) : done(id));
		}
	};

	worker.on('message', (message) => {
		if (message.type === 'cancel') {
			current = 0;
			worker.postMessage({ type: 'cancelled', id: message.id });
			return;
		}
		const id = message.id;
		current = id;
		session.post('Runtime.evaluate', {
			expression: message.code + '\n//# sourceURL=cell-' + id + '.js',
			replMode: true,
			awaitPromise: true,
			silent: true,
		}, (failure, answer) => evaluated(id, answer ?? { exceptionDetails: { text: failure.message } }));
	});
}

/* The second thread: requests, and interrupts. */

function requests(handle) {
	let pending = Buffer.alloc(0);
	const source = new Socket({ fd: 3, readable: true, writable: false });
	source.on('close', () => process.kill(process.pid, 'SIGKILL'));
	source.on('data', (bytes) => {
		pending = Buffer.concat([pending, bytes]);
		for (;;) {
			const end = pending.indexOf(10);
			if (end < 0) {
				return;
			}
			const [kind, id, length] = pending.toString('ascii', 0, end).split(' ');
			const size = Number(length ?? 0);
			if (pending.length < end + 1 + size) {
				return;
			}
			const code = pending.toString('utf8', end + 1, end + 1 + size);
			pending = pending.subarray(end + 1 + size);
			handle(kind, Number(id), code);
		}
	});
}

function serve(mark) {
	const session = new inspector.Session();
	session.connectToMainThread();
	let running = 0;
	let persistence;

	const finish = (id) => {
		running = 0;
		clearInterval(persistence);
		say(1, mark, { id, type: 'done' });
		say(2, mark, { id, type: 'done' });
	};

	parentPort.on('message', ({ type, id }) => {
		if (id !== running) {
			return;
		}
		if (type === 'cancelled') {
			say(1, mark, { id, type: 'error', name: 'Interrupted', value: 'the code was interrupted', traceback: '' });
		}
		finish(id);
	});

	/* Code that waits leaves the main thread free to answer; code that computes does not. */
	const interrupt = (id) => {
		parentPort.postMessage({ type: 'cancel', id });
		persistence = setInterval(() => session.post('Runtime.terminateExecution', () => {}), IDLE_MILLIS);
	};

	requests((kind, id, code) => {
		if (kind === 'R') {
			running = id;
			parentPort.postMessage({ type: 'run', id, code });
		}
		else if (running === id) {
			interrupt(id);
		}
	});
	fs.rmSync(__dirname, { recursive: true, force: true });
	say(1, mark, { type: 'ready' });
}

if (isMainThread) {
	const mark = process.argv[2];
	process.argv.length = 1;
	prepareMainThread();
	const worker = new Worker(__filename, { workerData: mark });
	worker.on('error', (failure) => {
		write(2, util.inspect(failure) + '\n');
		process.exit(70);
	});
	evaluateFor(worker, mark);
}
else {
	serve(workerData);
}
