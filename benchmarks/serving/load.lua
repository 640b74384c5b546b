-- For wrk: asks for the addresses of a file in turn, begins at a place of its own in each thread, and prints what it took.
local paths = {}
local at = 0
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(args)
  for line in io.lines(args[1]) do table.insert(paths, line) end
  at = number * 37
end

function request()
  at = at + 1
  return wrk.format("GET", paths[(at - 1) % #paths + 1])
end

function done(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("onrecord %d %d %d %d %d\n", summary.requests, wrong,
    latency:percentile(50), latency:percentile(95), latency.max))
end
