// Draws the charts from the same JSON that `coldbench report --json` prints.
(() => {
  'use strict';
  const MOST_POINTS = 20000;
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
  const dollars = x => `$${x.toLocaleString('en', { minimumFractionDigits: 4, maximumFractionDigits: 4 })}`;
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
    const lines = config.data.datasets.reduce((sum, set) => sum + 8 * set.label.length + 36, 0) / width;
    return 23 * Math.floor(lines);
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

  /** Rows of samples: one for each function and memory size, then what others published. */
  function rows(experiment, figure, values) {
    const sizes = new Set(experiment.cells.map(cell => cell.memoryMb)).size;
    const all = experiment.cells.map(cell => ({
      label: sizes > 1 ? `${cell.function} ${cell.memoryMb} MB` : cell.function,
      index: experiment.functions.findIndex(f => f.label === cell.function),
      median: cell.figures[figure] && (cell.figures[figure].p50 ?? cell.figures[figure].mean),
      outliers: new Set(cell.figures[figure] ? cell.figures[figure].outliers : []),
      points: experiment.trials
        .filter(t => !t.error && t.function === cell.function && t.memoryMb === cell.memoryMb)
        .flatMap(t => values(t).map(v => ({ v, round: t.round })))
    })).filter(row => row.points.length > 0);
    const at = experiment.cells.some(cell => cell.memoryMb === data.published.memoryMb) && experiment.n === 40;
    const published = (at ? data.published.figures : []).map(f => ({
      label: `${f.label}*`, published: true, index: -1, outliers: new Set(), points: [],
      value: figure === 'coldMs' ? f.coldMs : f.warmMeanMs
    }));
    return [...all, ...published];
  }

  function strip(id, experiment, figure, values) {
    const list = rows(experiment, figure, values);
    draw(id, 90 + 56 * list.length, () => {
      const sets = [];
      list.forEach((row, y) => {
        const paint = row.published ? style('--published') : colour(row.index);
        if (row.published) {
          sets.push({ data: [{ x: row.value, y, tip: `${row.label} published: ${ms(row.value)}` }], pointStyle: 'rectRot', pointRadius: 6, borderColor: paint, backgroundColor: 'transparent', borderWidth: 2 });
          return;
        }
        const step = Math.ceil(row.points.length * list.length / MOST_POINTS);
        const shown = row.points.filter((p, i) => i % step === 0 || row.outliers.has(p.v));
        sets.push({
          data: shown.map((p, i) => ({ x: p.v, y: y + jitter(i), tip: `${row.label}, round ${p.round}: ${ms(p.v)}${row.outliers.has(p.v) ? ', an outlier' : ''}` })),
          ...mark(row.index), pointRadius: 4, pointHoverRadius: 6,
          backgroundColor: `${paint}88`, borderColor: paint, borderWidth: 1
        });
        sets.push({
          data: [{ x: row.median, y, tip: `${row.label}, median: ${ms(row.median)}` }],
          pointStyle: 'line', rotation: 90, pointRadius: 17, pointHoverRadius: 17, borderColor: style('--ink'), borderWidth: 3
        });
      });
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('milliseconds', oneTwoFive(shortMs)), ...bounds(list.flatMap(row => (row.published ? [row.value] : row.points.map(p => p.v)))) },
            y: {
              min: -0.6, max: list.length - 0.4, reverse: true, grid: { display: false }, border: { display: false },
              afterBuildTicks: axis => { axis.ticks = list.map((row, i) => ({ value: i })); },
              ticks: { color: style('--ink'), autoSkip: false, callback: i => (list[i] ? list[i].label : '') }
            }
          },
          plugins: { legend: { display: false }, tooltip: { callbacks: { label: c => c.raw.tip } } }
        }
      };
    });
  }

  function timeline(id, experiment) {
    draw(id, 320, () => {
      const timed = experiment.trials.filter(t => t.forcedAt && t.cold && !t.error);
      const starts = Object.fromEntries(experiment.runs.map(run => [run.name, Math.min(...timed.filter(t => t.run === run.name).map(t => Date.parse(t.forcedAt)))]));
      const minutes = t => (Date.parse(t.forcedAt) - starts[t.run]) / 60000;
      const sets = [];
      experiment.functions.forEach((f, i) => {
        const own = timed.filter(t => t.function === f.label);
        const common = { ...mark(i), pointRadius: 4, pointHoverRadius: 6, borderColor: colour(i) };
        sets.push({ ...common, label: `${f.label}, cold`, backgroundColor: `${colour(i)}aa`, data: own.map(t => ({ x: minutes(t), y: t.cold.coldMs, t })) });
        const mean = t => t.warm.durationMs.reduce((a, b) => a + b, 0) / t.warm.durationMs.length;
        const warm = own.filter(t => t.warm.durationMs.length > 0);
        if (warm.length > 0) sets.push({ ...common, label: `${f.label}, warm mean`, backgroundColor: 'transparent', data: warm.map(t => ({ x: minutes(t), y: mean(t), t })) });
      });
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('minutes since the start'), type: 'linear' },
            y: scale('milliseconds', oneTwoFive(shortMs))
          },
          plugins: { legend: legend(), tooltip: { callbacks: { label: c => `${c.dataset.label}, ${c.raw.t.memoryMb} MB, round ${c.raw.t.round}: ${ms(c.raw.y)}` } } }
        }
      };
    });
  }

  function sweep(id, experiment) {
    draw(id, 320, () => {
      const sets = experiment.functions.flatMap((f, i) => [['coldMs', 'cold', []], ['warmMs', 'warm', [5, 5]]].map(([figure, name, dash]) => ({
        label: `${f.label}, ${name}`, borderColor: colour(i), backgroundColor: name === 'cold' ? colour(i) : 'transparent', borderDash: dash, ...mark(i), pointRadius: 5, showLine: true,
        data: experiment.cells.filter(c => c.function === f.label && c.figures[figure]).map(c => ({ x: c.memoryMb, y: c.figures[figure].mean }))
      })));
      const sizes = [...new Set(experiment.cells.map(cell => cell.memoryMb))];
      return {
        type: 'scatter', data: { datasets: sets },
        options: {
          scales: {
            x: { ...scale('MB'), afterBuildTicks: axis => { axis.ticks = sizes.map(value => ({ value })); }, ticks: { color: style('--quiet'), callback: v => v } },
            y: scale('milliseconds, mean', oneTwoFive(shortMs))
          },
          plugins: { legend: legend(), tooltip: { callbacks: { label: c => `${c.dataset.label}, ${c.raw.x} MB: ${ms(c.raw.y)}` } } }
        }
      };
    });
  }

  function cost(id, experiment) {
    draw(id, 320, () => {
      const sizes = new Set(experiment.cells.map(cell => cell.memoryMb)).size;
      const shares = Array.from({ length: 61 }, (_, i) => 10 ** (-4 + i / 15));
      const priced = experiment.cells.filter(cell => cell.computeDollarsPerMillionCalls);
      const lines = priced.map((cell, k) => {
        const own = cell.computeDollarsPerMillionCalls;
        const i = experiment.functions.findIndex(f => f.label === cell.function);
        const at = share => own.allWarm + share * (own.allCold - own.allWarm);
        return {
          label: sizes > 1 ? `${cell.function} ${cell.memoryMb} MB` : cell.function, at, cell,
          borderColor: colour(i), backgroundColor: colour(i), showLine: true, pointRadius: point => (point.dataIndex % 15 === 0 ? 4 : 0), pointHitRadius: 8, ...mark(i),
          borderDash: [[], [6, 4], [2, 3], [10, 3]][(Math.floor(k / experiment.functions.length) + Math.floor(i / 6)) % 4],
          data: shares.map(x => ({ x: 100 * x, y: at(x) }))
        };
      });
      const crossings = [];
      lines.forEach((a, i) => lines.slice(i + 1).forEach(b => {
        if (a.cell.memoryMb !== b.cell.memoryMb) return;
        const warm = a.at(0) - b.at(0), cold = a.at(1) - b.at(1);
        if (warm * cold < 0) crossings.push({ x: 100 * warm / (warm - cold), y: a.at(warm / (warm - cold)), tip: `break-even of ${a.label} and ${b.label}` });
      }));
      if (crossings.length > 0) lines.push({ label: 'break-even', data: crossings, pointStyle: 'crossRot', pointRadius: 9, borderColor: style('--ink'), borderWidth: 3 });
      return {
        type: 'scatter', data: { datasets: lines },
        options: {
          scales: {
            x: scale('share of cold calls, %', { own: { min: 0.01, max: 100 }, ticks: { callback: v => [0.01, 0.1, 1, 10, 100].some(t => Math.abs(v / t - 1) < 1e-6) ? digits(v, 2) : '' } }),
            y: scale('US dollars for a million calls', oneTwoFive(x => `$${digits(x, 5)}`))
          },
          plugins: { legend: sizes > 1 ? lineLegend() : legend(), tooltip: { callbacks: { label: c => c.raw.tip || `${c.dataset.label}, ${digits(c.raw.x, 2)} % cold: ${dollars(c.raw.y)}` } } }
        }
      };
    });
  }

  function all() {
    charts.splice(0).forEach(chart => chart.destroy());
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    data.experiments.forEach((experiment, i) => {
      strip(`cold-${i}`, experiment, 'coldMs', t => (t.cold ? [t.cold.coldMs] : []));
      strip(`warm-${i}`, experiment, 'warmMs', t => t.warm.durationMs);
      sweep(`sweep-${i}`, experiment);
      cost(`cost-${i}`, experiment);
      timeline(`time-${i}`, experiment);
    });
    document.documentElement.dataset.charts = charts.length;
  }

  all();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
  matchMedia('print').addEventListener('change', all);
})();
