// Draws the charts from the same JSON that `coldbench report --json` prints.
(() => {
  'use strict';
  const MOST_POINTS = 20000;
  const MANY_ROWS = 12;
  // All can be filled and hollow, which tells cold from warm.
  const MARKS = [
    { pointStyle: 'circle' }, { pointStyle: 'triangle' }, { pointStyle: 'rect' }, { pointStyle: 'rectRot' },
    { pointStyle: 'triangle', rotation: 180 }, { pointStyle: 'triangle', rotation: 90 }
  ];
  const data = JSON.parse(document.getElementById('data').textContent);
  const charts = [];
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = i => style(`--f${i % 6}`);
  // A seventh function has the first one's colour, and never its shape.
  const mark = i => MARKS[(i + Math.floor(i / 6)) % 6];
  const digits = (x, d) => x.toLocaleString('en', { maximumFractionDigits: d });
  const ms = x => `${digits(x, x < 0.1 ? 4 : 2)} ms`;
  const dollars = x => `$${digits(x, x < 0.1 ? 4 : x < 10 ? 3 : 2)}`;
  const titleOf = (experiment, label) => (experiment.functions.find(f => f.label === label) ?? { title: label }).title;
  const indexOf = (experiment, label) => experiment.functions.findIndex(f => f.label === label);
  const sizesOf = experiment => [...new Set(experiment.cells.map(cell => cell.memoryMb))];
  const megabytes = x => `${x.toLocaleString('en-US')}\u00a0MB`;
  // A function, with its memory where there are several sizes.
  const nameOf = (experiment, cell) => titleOf(experiment, cell.function) + (sizesOf(experiment).length > 1 ? ` ${megabytes(cell.memoryMb)}` : '');
  // Lines of one colour are told apart by their dashes.
  const dash = i => [[], [6, 4], [2, 3], [10, 3]][i % 4];
  // The same mark at the same height each time the page is opened.
  const jitter = i => ((i * 0.6180339887498949) % 1 - 0.5) * 0.55;

  function scale(title, more) {
    return {
      type: 'logarithmic',
      title: { display: true, text: title, color: style('--quiet') },
      grid: { color: style('--line') }, border: { color: style('--line') },
      ticks: { color: style('--quiet'), maxRotation: 0, autoSkipPadding: 12, ...(more && more.ticks) },
      ...(more && more.own)
    };
  }
  // The scale ends at a round number well outside of the values, so that no mark lies on its edge.
  function bounds(values) {
    const steps = [];
    for (let e = -6; e < 9; e++) steps.push(10 ** e, 2 * 10 ** e, 5 * 10 ** e);
    const low = Math.min(...values) * 0.85, high = Math.max(...values) * 1.15;
    return { min: steps.filter(x => x <= low).pop() ?? low, max: steps.find(x => x >= high) ?? high };
  }
  function oneTwoFive(unit) {
    return {
      ticks: { callback: unit },
      own: {
        afterBuildTicks: axis => {
          const values = [];
          for (let e = -9; e < 9; e++) values.push(10 ** e, 2 * 10 ** e, 5 * 10 ** e);
          axis.ticks = values.filter(v => v >= axis.min * 0.999 && v <= axis.max * 1.001).map(value => ({ value }));
        }
      }
    };
  }
  const shortMs = x => digits(x, 4);
  // Ratios near each other: round steps, 1 among them, on a scale where half and twice are equally far from it.
  function nearOne(values) {
    const low = Math.min(...values), high = Math.max(...values);
    const most = document.body.clientWidth < 600 ? 3 : 7;
    const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find(each => (high - low) / each <= most) ?? 1;
    const first = Math.floor(low / step - 0.2), last = Math.ceil(high / step + 0.2);
    return {
      min: first > 0 ? first * step : low * 0.8, max: last * step,
      afterBuildTicks: axis => {
        axis.ticks = [];
        for (let i = Math.max(first, 1); i <= last; i++) axis.ticks.push({ value: Math.round(i * step * 100) / 100 });
      }
    };
  }

  function draw(id, height, make) {
    const canvas = document.getElementById(id);
    if (!canvas) return;
    const config = make();
    canvas.parentElement.style.height = `${height + legendHeight(config, canvas.parentElement.clientWidth)}px`;
    config.options = {
      responsive: true, maintainAspectRatio: false, animation: false,
      devicePixelRatio: Math.max(2, window.devicePixelRatio || 1),
      ...config.options
    };
    charts.push(new Chart(canvas, config));
  }

  // Many functions have a legend of several lines, which must not take the chart's place.
  function legendHeight(config, width) {
    if (config.options.plugins.legend.display === false) return 0;
    let lines = 0, left = width;
    config.data.datasets.filter(set => set.label).forEach(set => {
      const wide = 8 * set.label.length + 36;
      if (left + wide > width) { lines++; left = 0; }
      left += wide;
    });
    return 23 * Math.max(0, lines - 1);
  }

  function legend() {
    return { labels: { color: style('--ink'), usePointStyle: true, boxHeight: 7 } };
  }


  // Memory sizes are told by their lines' dashes, which marks do not show.
  function lineLegend() {
    const items = chart => Chart.defaults.plugins.legend.labels.generateLabels(chart)
      .map(item => (item.text === 'break-even' ? item : { ...item, pointStyle: 'line', rotation: 0, lineWidth: 3, lineDash: chart.data.datasets[item.datasetIndex].borderDash }));
    return { labels: { ...legend().labels, pointStyleWidth: 28, generateLabels: items } };
  }

  /** Rows of samples: one for each function and memory size. */
  function rows(experiment, figure, values) {
    return experiment.cells.map(cell => ({
      label: nameOf(experiment, cell),
      index: indexOf(experiment, cell.function),
      median: cell.figures[figure] && (cell.figures[figure].p50 ?? cell.figures[figure].mean),
      outliers: new Set(cell.figures[figure] ? cell.figures[figure].outliers : []),
      points: experiment.trials
        .filter(t => !t.error && t.function === cell.function && t.memoryMb === cell.memoryMb)
        .flatMap(t => values(t).map(v => ({ v, round: t.round })))
    })).filter(row => row.points.length > 0);
  }

  function strip(id, experiment, figure, values) {
    const list = rows(experiment, figure, values);
    draw(id, 90 + rowHeight(list, list.length > MANY_ROWS ? 30 : 44) * list.length, () => {
      const sets = [];
      list.forEach((row, y) => {
        const paint = colour(row.index);
        const step = Math.ceil(row.points.length * list.length / MOST_POINTS);
        const shown = row.points.filter((p, i) => i % step === 0 || row.outliers.has(p.v));
        sets.push({
          data: shown.map((p, i) => ({ x: p.v, y: y + jitter(i), tip: `${row.label}, round ${p.round}: ${ms(p.v)}${row.outliers.has(p.v) ? ', an outlier' : ''}` })),
          ...mark(row.index), pointRadius: 4, pointHoverRadius: 6,
          backgroundColor: `${paint}88`, borderColor: paint, borderWidth: 1
        });
        sets.push({
          data: [{ x: row.median, y, tip: `${row.label}, median: ${ms(row.median)}` }],
          pointStyle: 'line', rotation: 90, pointRadius: 14, pointHoverRadius: 14, borderColor: style('--ink'), borderWidth: 3
        });
      });
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('milliseconds', oneTwoFive(shortMs)), ...bounds(list.flatMap(row => row.points.map(p => p.v))) },
            y: rowAxis(list)
          },
          plugins: { legend: { display: false }, tooltip: { callbacks: { label: c => c.raw.tip } } }
        }
      };
    });
  }

  /** The lines of a label of a chart, which must not take the place of the marks on a phone. */
  function linesOf(label) {
    const most = document.body.clientWidth < 600 ? 16 : 60;
    const lines = [''];
    // Names may be long and without spaces: they break behind a hyphen or an underscore, or where they must.
    label.match(new RegExp(`[^ _-]{1,${most}}[_-]*|[_-]+`, 'g')).reduce((end, part) => {
      const last = lines.length - 1, at = label.indexOf(part, end), gap = at > end ? ' ' : '';
      if (lines[last] && lines[last].length + gap.length + part.length > most) lines.push(part);
      else lines[last] += gap + part;
      return at + part.length;
    }, 0);
    return lines;
  }

  /** Pixels of a row: the labels of two rows must not touch. */
  const rowHeight = (list, least) => Math.max(least, ...list.map(row => 8 + 15 * linesOf(row.label).length));

  /** A vertical axis with a label for each row. */
  function rowAxis(list) {
    return {
      min: -0.6, max: list.length - 0.4, reverse: true, grid: { display: false }, border: { display: false },
      afterBuildTicks: axis => { axis.ticks = list.map((row, i) => ({ value: i })); },
      ticks: { color: style('--ink'), autoSkip: false, callback: i => (list[i] ? linesOf(list[i].label) : '') }
    };
  }

  /** Ratios with their intervals; the line is where both are equal. */
  function intervals(id, all, against) {
    const list = all.filter(each => each.low !== undefined).map(each => ({ ...each, text: each.text ?? text(each) }));
    draw(id, 95 + 16 * linesOf(against).length + rowHeight(list, list.length > MANY_ROWS ? 24 : 40) * list.length, () => {
      const sets = list.map((each, y) => ({
        data: [{ x: each.low, y }, { x: each.ratio, y }, { x: each.high, y }].map(point => ({ ...point, tip: `${each.label}: ${each.text}` })),
        showLine: true, borderColor: colour(each.index), backgroundColor: colour(each.index), borderWidth: 3,
        pointStyle: ['line', mark(each.index).pointStyle, 'line'], rotation: [90, mark(each.index).rotation ?? 0, 90], pointRadius: [7, 6, 7], pointHoverRadius: 8
      }));
      sets.push({ data: [{ x: 1, y: -0.6 }, { x: 1, y: list.length - 0.4 }], showLine: true, pointRadius: 0, borderColor: style('--ink'), borderWidth: 1, borderDash: [4, 4] });
      const values = [1, ...list.flatMap(each => [each.low, each.high])];
      const narrow = Math.max(...values) / Math.min(...values) < 4;
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: narrow
              ? { ...scale(linesOf(against), { ticks: { autoSkip: false, callback: x => `${digits(x, 3)}×` } }), ...nearOne(values) }
              : { ...scale(linesOf(against), oneTwoFive(x => `${digits(x, 3)}×`)), ...bounds(values) },
            y: rowAxis(list)
          },
          plugins: { legend: { display: false }, tooltip: { filter: item => item.raw.tip !== undefined, callbacks: { label: c => c.raw.tip } } }
        }
      };
    });
  }

  const text = each => `${digits(each.ratio, 3)} (${digits(each.low, 3)}–${digits(each.high, 3)})`;

  function against(experiment) {
    const references = new Set(experiment.rankings.filter(r => r.by === 'cold' || r.by === 'warm').map(r => r.reference));
    if (references.size === 0) return 'times as long';
    return references.size === 1 ? `times as long as ${titleOf(experiment, [...references][0])}` : 'times as long as the fastest';
  }

  /** Few functions have verdicts against the baseline, many their place in a ranking. */
  function ratios(experiment) {
    const several = sizesOf(experiment).length > 1;
    const where = memoryMb => (several ? `, ${megabytes(memoryMb)}` : '');
    if (experiment.rankings.length === 0) {
      return experiment.comparisons.map(c => ({
        label: `${c.figure === 'coldMs' ? 'cold' : 'warm'}, ${titleOf(experiment, c.function)} ÷ ${titleOf(experiment, c.baseline)}${where(c.memoryMb)}`,
        index: indexOf(experiment, c.function), ratio: c.ratio, low: c.holmLow, high: c.holmHigh, memoryMb: c.memoryMb
      }));
    }
    return experiment.rankings.filter(r => r.by === 'cold' || r.by === 'warm').flatMap(r => r.places.map(place => ({
      ...place, label: `${r.by}, ${titleOf(experiment, place.function)}${where(r.memoryMb)}`, index: indexOf(experiment, place.function), memoryMb: r.memoryMb
    })));
  }

  /** At one size, a chart of several of many functions. */
  function atSize(experiment, memoryMb) {
    const own = list => list.filter(each => each.memoryMb === memoryMb);
    return { ...experiment, cells: own(experiment.cells), rankings: own(experiment.rankings), breakEvens: own(experiment.breakEvens) };
  }

  /** The unit in which a span of milliseconds is a number that people say. */
  function timeUnit(span) {
    return span < 120000 ? ['seconds', 1000] : span < 7200000 ? ['minutes', 60000] : ['hours', 3600000];
  }

  function timeline(id, experiment) {
    draw(id, 320, () => {
      const timed = experiment.trials.filter(t => t.forcedAt && t.cold && !t.error);
      const starts = Object.fromEntries(experiment.runs.map(run => [run.name, Math.min(...timed.filter(t => t.run === run.name).map(t => Date.parse(t.forcedAt)))]));
      const since = t => Date.parse(t.forcedAt) - starts[t.run];
      const [unit, size] = timeUnit(Math.max(0, ...timed.map(since)));
      const sets = [];
      experiment.functions.forEach((f, i) => {
        const own = timed.filter(t => t.function === f.label);
        const common = { ...mark(i), pointRadius: 4, pointHoverRadius: 6, borderColor: colour(i) };
        sets.push({ ...common, label: `${f.title}, cold`, backgroundColor: `${colour(i)}aa`, data: own.map(t => ({ x: since(t) / size, y: t.cold.coldMs, t })) });
        const mean = t => t.warm.meanMs ?? t.warm.durationMs.reduce((a, b) => a + b, 0) / t.warm.durationMs.length;
        const warm = own.filter(t => t.warm.durationMs.length > 0);
        if (warm.length > 0) sets.push({ ...common, label: `${f.title}, warm mean`, backgroundColor: 'transparent', data: warm.map(t => ({ x: since(t) / size, y: mean(t), t })) });
      });
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale(`${unit} since the start`), type: 'linear' },
            y: { ...scale('milliseconds', oneTwoFive(shortMs)), ...bounds(sets.flatMap(set => set.data.map(p => p.y))) }
          },
          plugins: { legend: legend(), tooltip: { callbacks: { label: c => `${c.dataset.label}, ${megabytes(c.raw.t.memoryMb)}, round ${c.raw.t.round}: ${ms(c.raw.y)}` } } }
        }
      };
    });
  }

  /** Warm calls by their place in the sandbox: the median as a line, the slowest as a mark. */
  function course(id, experiment) {
    draw(id, 320, () => {
      const sizes = sizesOf(experiment);
      const sets = experiment.cells.filter(cell => cell.warmCourse).flatMap(cell => {
        const i = indexOf(experiment, cell.function);
        const name = nameOf(experiment, cell);
        const calls = p => (p.firstCall === p.lastCall ? `call ${p.firstCall}` : `calls ${p.firstCall} to ${p.lastCall}`);
        const common = { borderColor: colour(i), borderDash: dash(sizes.indexOf(cell.memoryMb)) };
        return [
          { ...common, label: `${name}, median`, showLine: true, borderWidth: 2, pointStyle: 'line', pointRadius: 0, pointHitRadius: 6, backgroundColor: colour(i),
            data: cell.warmCourse.map(p => ({ x: (p.firstCall + p.lastCall) / 2, y: p.p50, tip: `${name}, ${calls(p)}, median: ${ms(p.p50)}` })) },
          { ...common, label: `${name}, slowest`, ...mark(i), pointRadius: 3, pointHoverRadius: 6, borderDash: [], borderWidth: 1, backgroundColor: 'transparent',
            data: cell.warmCourse.map(p => ({ x: p.slowestCall, y: p.max, tip: `${name}, slowest, call ${p.slowestCall}: ${ms(p.max)}` })) }
        ];
      });
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('warm call of its sandbox'), type: 'linear', min: 0 },
            y: { ...scale('milliseconds', oneTwoFive(shortMs)), ...bounds(sets.flatMap(set => set.data.map(p => p.y))) }
          },
          plugins: { legend: legend(), tooltip: { callbacks: { label: c => c.raw.tip } } }
        }
      };
    });
  }

  /** Time and price on two axes, or of many functions one of them. */
  function sweep(id, experiment, axes) {
    draw(id, 360, () => {
      const sets = experiment.recommendations.flatMap(each => {
        const i = indexOf(experiment, each.function), name = titleOf(experiment, each.function);
        const size = context => (each.sizes[context.dataIndex]?.memoryMb === each.memoryMb ? 9 : 4);
        const common = { borderColor: colour(i), ...mark(i), showLine: true, pointRadius: size, pointHoverRadius: 9 };
        const lines = [
          { ...common, label: `${name}, time`, backgroundColor: colour(i), yAxisID: 'y', data: each.sizes.map(s => ({ x: s.memoryMb, y: s.callMs, tip: `${name}, ${megabytes(s.memoryMb)}: ${ms(s.callMs)}` })) },
          { ...common, label: `${name}, price`, backgroundColor: 'transparent', borderDash: [5, 5], yAxisID: 'price', data: each.sizes.map(s => ({ x: s.memoryMb, y: s.dollarsPerMillionCalls, tip: `${name}, ${megabytes(s.memoryMb)}: ${dollars(s.dollarsPerMillionCalls)}` })) }
        ].filter(line => axes.includes(line.yAxisID));
        return axes.length > 1 ? lines : lines.map(line => ({ ...line, label: name, backgroundColor: colour(i), borderDash: dash(Math.floor(i / 6)) }));
      });
      const sizes = sizesOf(experiment);
      const boundsOf = axis => bounds(sets.filter(set => set.yAxisID === axis).flatMap(set => set.data.map(p => p.y)));
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('MB'), afterBuildTicks: axis => { axis.ticks = sizes.map(value => ({ value })); }, ticks: { color: style('--quiet'), callback: v => v.toLocaleString('en-US') } },
            ...(axes.includes('y') ? { y: { ...scale('milliseconds for a call', oneTwoFive(shortMs)), ...boundsOf('y') } } : {}),
            ...(axes.includes('price') ? { price: { ...scale('US dollars for a million', oneTwoFive(dollars)), ...boundsOf('price'), ...(axes.includes('y') ? { position: 'right', grid: { display: false } } : {}) } } : {})
          },
          plugins: { legend: lineLegend(), tooltip: { callbacks: { label: c => c.raw.tip } } }
        }
      };
    });
  }

  /** Charts of one size have the scale of all sizes. */
  function cost(id, experiment, all) {
    draw(id, 320, () => {
      const several = sizesOf(experiment).length > 1;
      const pricedOf = each => each.cells.filter(cell => cell.dollarsPerMillionCalls);
      const priced = pricedOf(experiment);
      const lines = priced.map((cell, k) => {
        const i = indexOf(experiment, cell.function);
        return {
          label: nameOf(experiment, cell),
          borderColor: colour(i), backgroundColor: colour(i), showLine: true, pointRadius: point => (point.dataIndex % 6 === 0 ? 4 : 0), pointHitRadius: 8, ...mark(i),
          borderDash: dash(Math.floor(k / experiment.functions.length) + Math.floor(i / 6)),
          data: cell.dollarsPerMillionCalls.byColdShare.map(([share, y]) => ({ x: 100 * share, y }))
        };
      });
      const crossings = experiment.breakEvens.map(each => ({
        x: 100 * each.coldShare, y: each.dollarsPerMillionCalls,
        tip: `break-even of ${titleOf(experiment, each.below)} and ${titleOf(experiment, each.above)}${several ? ` at ${megabytes(each.memoryMb)}` : ''}: ${digits(100 * each.coldShare, 3)} %`
      }));
      if (crossings.length > 0) lines.push({ label: 'break-even', data: crossings, pointStyle: 'crossRot', pointRadius: 9, borderColor: style('--ink'), borderWidth: 3 });
      return {
        type: 'scatter', data: { datasets: lines },
        options: {
          scales: {
            x: scale('share of cold calls, %', { own: { min: 0.01, max: 100 }, ticks: { callback: v => [0.01, 0.1, 1, 10, 100].some(t => Math.abs(v / t - 1) < 1e-6) ? digits(v, 2) : '' } }),
            y: { ...scale('US dollars for a million calls', oneTwoFive(x => `$${digits(x, 5)}`)), ...bounds(pricedOf(all).flatMap(cell => cell.dollarsPerMillionCalls.byColdShare.map(([, y]) => y))) }
          },
          plugins: { legend: several ? lineLegend() : legend(), tooltip: { callbacks: { label: c => c.raw.tip || `${c.dataset.label}, ${digits(c.raw.x, 2)} % cold: ${dollars(c.raw.y)}` } } }
        }
      };
    });
  }

  /** One line for each function over the runs at a memory size, with its intervals; a ring marks a change. */
  function history(id, track, figure, memoryMb) {
    draw(id, 320, () => {
      const all = track.series.filter(each => each.figure === figure);
      const lines = all.filter(each => each.memoryMb === memoryMb);
      const labels = [...new Set(all.map(each => each.function))];
      const at = point => Date.parse(point.startedAt);
      const sets = lines.flatMap(each => {
        const i = labels.indexOf(each.function), name = each.title;
        const marked = new Map(track.changes
          .filter(c => c.shown && c.figure === figure && c.function === each.function && c.memoryMb === each.memoryMb)
          .map(c => [c.after, c.change]));
        const tip = p => marked.get(p.run) ?? `${p.startedAt.slice(0, 10)} ${p.run}, ${name}: ${ms(p.value)}${p.low === undefined ? '' : ` (${digits(p.low, 3)}–${digits(p.high, 3)})`}`;
        const common = { borderColor: colour(i), backgroundColor: colour(i), borderWidth: 2, showLine: true };
        return [
          { ...common, ...mark(i), label: name, pointRadius: 4, pointHoverRadius: 7,
            data: each.points.map(p => ({ x: at(p), y: p.value, tip: tip(p) })) },
          { ...common, label: '', pointRadius: 0, pointHitRadius: 0, spanGaps: false,
            data: each.points.filter(p => p.low !== undefined).flatMap(p => [{ x: at(p), y: p.low }, { x: at(p), y: p.high }, { x: at(p), y: NaN }]) },
          { ...common, label: '', showLine: false, pointStyle: 'circle', pointRadius: 11, pointHoverRadius: 12, backgroundColor: 'transparent', borderColor: style('--ink'),
            data: each.points.filter(p => marked.has(p.run)).map(p => ({ x: at(p), y: p.value, tip: tip(p) })) }
        ];
      });
      // Charts of one figure have the same scale at every size.
      const values = all.flatMap(each => each.points.flatMap(p => [p.value, p.low ?? p.value, p.high ?? p.value]));
      const times = [...new Set(lines.flatMap(each => each.points.map(at)))].sort((a, b) => a - b);
      const margin = Math.max(3600000, (times[times.length - 1] - times[0]) * 0.03);
      const day = times[times.length - 1] - times[0] > 172800000;
      const when = t => new Date(t).toISOString().slice(0, day ? 10 : 16).replace('T', ' ');
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('run, UTC'), type: 'linear', min: times[0] - margin, max: times[times.length - 1] + margin, afterBuildTicks: axis => { axis.ticks = times.map(value => ({ value })); }, ticks: { color: style('--quiet'), maxRotation: 0, autoSkip: true, autoSkipPadding: 16, callback: when } },
            y: { ...scale('milliseconds', oneTwoFive(shortMs)), ...bounds(values) }
          },
          plugins: {
            legend: { labels: { ...legend().labels, filter: item => item.text !== '' } },
            tooltip: { filter: item => item.raw.tip !== undefined, callbacks: { label: c => c.raw.tip } }
          }
        }
      };
    });
  }

  function all() {
    charts.splice(0).forEach(chart => chart.destroy());
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    // Else it is cut where it would take half of the chart.
    Chart.defaults.plugins.legend.maxHeight = 10000;
    data.experiments.forEach((experiment, i) => {
      strip(`cold-${i}`, experiment, 'coldMs', t => (t.cold ? [t.cold.coldMs] : []));
      strip(`warm-${i}`, experiment, 'warmMs', t => t.warm.durationMs);
      course(`course-${i}`, experiment);
      const apart = document.getElementById(`sweep-prices-${i}`) !== null;
      sweep(`sweep-${i}`, experiment, apart ? ['y'] : ['y', 'price']);
      sweep(`sweep-prices-${i}`, experiment, ['price']);
      intervals(`intervals-${i}`, ratios(experiment), against(experiment));
      cost(`cost-${i}`, experiment, experiment);
      sizesOf(experiment).forEach(size => {
        const own = atSize(experiment, size);
        intervals(`intervals-${i}-${size}`, ratios(own), against(own));
        cost(`cost-${i}-${size}`, own, experiment);
      });
      timeline(`time-${i}`, experiment);
    });
    (data.history?.tracks ?? []).forEach((track, i) => {
      const sizes = [...new Set(track.series.map(each => each.memoryMb))];
      ['coldMs', 'warmMs'].forEach(figure => sizes.forEach(size => history(`history-${i}-${figure}-${size}`, track, figure, size)));
    });
    if (data.changes) intervals('changes', data.changes, 'B ÷ A');
    document.documentElement.dataset.charts = charts.length;
  }

  const link = document.querySelector('a.json');
  if (link) link.href = URL.createObjectURL(new Blob([document.getElementById('data').textContent], { type: 'application/json' }));
  all();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
  matchMedia('print').addEventListener('change', all);
  // A table of many functions is a card for each of them on a phone, and sizes have a table each.
  if (matchMedia('(max-width: 38rem)').matches) document.querySelectorAll('details.table').forEach(table => { table.open = false; });
  // Paper cannot be opened: tables, and what explains words, are printed.
  addEventListener('beforeprint', () => document.querySelectorAll('details.words, details.table').forEach(each => { each.open = true; }));
})();
