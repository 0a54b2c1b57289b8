import { theme } from 'antd'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartHeight, type ChartProps } from './chart-props.ts'
import { money } from './money.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Draws a chart in the colours of the theme, as wide as its place. */
export default function DrawnChart(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const { token } = theme.useToken()
  useEffect(() => {
    if (!place.current) return undefined
    const made = init(place.current)
    chart.current = made
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(place.current)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => chart.current?.setOption(optionOf(props, token), true))
  return <div ref={place} role="img" aria-label={props.label} style={{ height: chartHeight }} />
}

type Token = ReturnType<typeof theme.useToken>['token']

function optionOf({ names, series }: ChartProps, token: Token): EChartsCoreOption {
  const text = { color: token.colorTextDescription }
  const line = { lineStyle: { color: token.colorBorderSecondary } }
  return {
    animation: false,
    color: [token.colorLink, token.colorSuccess, token.colorWarning],
    textStyle: { fontFamily: token.fontFamily },
    grid: {
      ...{ left: 8, right: 8, top: 36, bottom: 4 },
      ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    legend: { top: 0, left: 0, textStyle: { color: token.colorText } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      backgroundColor: token.colorBgElevated,
      borderColor: token.colorBorder,
      textStyle: { color: token.colorText },
      valueFormatter: (value: unknown) => money(Number(value).toFixed(2)),
    },
    xAxis: { type: 'category', data: names, axisLabel: { ...text, hideOverlap: true }, axisLine: line },
    yAxis: { type: 'value', axisLabel: { ...text, formatter: '¥ {value}' }, splitLine: line },
    series: series.map(({ name, values }) => ({ type: 'bar', name, data: values, barMaxWidth: 28 })),
  }
}
