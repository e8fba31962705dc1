import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type StatsSample, usageOf } from '../../../src/engine/containers/usage.ts';

/** A sample `second` seconds after the others' start, with the shape of an engine on Linux. */
function sample(second: number, given: StatsSample = {}): StatsSample {
  return {
    read: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString().replace('Z', '000000Z'),
    num_procs: 0,
    pids_stats: { current: 3 },
    cpu_stats: {
      cpu_usage: { total_usage: second * 500_000_000 },
      system_cpu_usage: second * 4_000_000_000 + 1,
      online_cpus: 4,
    },
    memory_stats: { usage: 100_000_000, limit: 8_000_000_000, stats: { inactive_file: 30_000_000 } },
    networks: { eth0: { rx_bytes: second * 1000, tx_bytes: second * 200 }, eth1: { rx_bytes: second * 10 } },
    blkio_stats: {
      io_service_bytes_recursive: [
        { op: 'read', value: second * 4096 },
        { op: 'write', value: second * 512 },
        { op: 'Total', value: 1e12 },
      ],
    },
    storage_stats: {},
    ...given,
  };
}

describe('usage', () => {
  test('is of the time between two samples', () => {
    assert.deepEqual(usageOf(sample(2), sample(4)), {
      cpu: 50,
      memory: 70_000_000,
      memoryLimit: 8_000_000_000,
      processes: 3,
      received: 1010,
      sent: 200,
      read: 4096,
      written: 512,
    });
  });

  test('of a first sample is its memory alone', () => {
    assert.deepEqual(usageOf(undefined, sample(2)), {
      memory: 70_000_000,
      memoryLimit: 8_000_000_000,
      processes: 3,
    });
  });

  test('leaves out the cache by either name, unless it is more than all', () => {
    const memory = (stats: Readonly<Record<string, number>>) =>
      usageOf(undefined, sample(1, { memory_stats: { usage: 100, stats } }))?.memory;
    assert.equal(memory({ total_inactive_file: 40, inactive_file: 10 }), 60);
    assert.equal(memory({ inactive_file: 10 }), 90);
    assert.equal(memory({ inactive_file: 200 }), 100);
    assert.equal(memory({}), 100);
  });

  test('counts processors by their list where an old engine gives no number', () => {
    const cpu = (second: number) => ({
      cpu_usage: { total_usage: second * 1e9, percpu_usage: [0, 0] },
      system_cpu_usage: second * 2e9 + 1,
    });
    assert.equal(usageOf(sample(1, { cpu_stats: cpu(1) }), sample(2, { cpu_stats: cpu(2) }))?.cpu, 100);
  });

  test('of what does not run is not known', () => {
    assert.equal(
      usageOf(sample(1), { read: '0001-01-01T00:00:00Z', memory_stats: {}, cpu_stats: {} }),
      undefined,
    );
  });

  test('of a container that was started again has nothing below zero', () => {
    const usage = usageOf(sample(9), sample(1, { read: sample(10).read ?? '' }));
    assert.deepEqual([usage?.received, usage?.sent, usage?.read, usage?.written], [0, 0, 0, 0]);
  });

  test('on Windows has the working set, and time in units of 100 ns', () => {
    const windows = (second: number): StatsSample => ({
      read: sample(second).read ?? '',
      num_procs: 4,
      cpu_stats: { cpu_usage: { total_usage: second * 2_500_000 } },
      memory_stats: { privateworkingset: 5_000_000 },
      networks: { eth0: { rx_bytes: second * 100, tx_bytes: second * 50 } },
      storage_stats: { read_size_bytes: second * 7, write_size_bytes: second * 9 },
    });
    const { cpu, memory, received, read, written } = usageOf(windows(1), windows(2)) ?? {};
    assert.deepEqual(
      { cpu, memory, received, read, written },
      {
        cpu: 25,
        memory: 5_000_000,
        received: 100,
        read: 7,
        written: 9,
      },
    );
  });
});
