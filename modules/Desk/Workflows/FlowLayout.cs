using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>Where the box of a state stands, in units of the drawing.</summary>
/// <param name="Layer">The row, from 0 at the top.</param>
/// <param name="IsExit">A last state to which ways lead from all over: it stands at the bottom, without arrows.</param>
internal sealed record FlowBox(string State, int Layer, int Column, int X, int Y, int Width, int Height, bool IsExit)
{
    public int Middle => X + (Width / 2);
    public int Centre => Y + (Height / 2);
    public int Right => X + Width;
    public int Bottom => Y + Height;
}

/// <summary>An arrow: one way from one of the states that it leaves.</summary>
/// <param name="Way">The key of the transition.</param>
/// <param name="IsAside">Back, or out of the way on: drawn dashed.</param>
/// <param name="Points">The corners of the line.</param>
/// <param name="LabelAt">Where its words begin; null on the second and further arrows of one way.</param>
internal sealed record FlowArrow(string Way, string From, string To, bool IsAside, IReadOnlyList<(int X, int Y)> Points, (int X, int Y)? LabelAt);

/// <summary>
/// A workflow as a drawing: states in layers from the top, the main way straight down, ways back and aside beside it. Pure: the same rules give the same drawing.
/// </summary>
internal sealed record FlowLayout(int Width, int Height, IReadOnlyList<FlowBox> Boxes, IReadOnlyList<FlowArrow> Arrows)
{
    private const int BoxWidth = 168;
    private const int BoxHeight = 64;
    private const int ExitHeight = 52;
    private const int ColumnGap = 40;
    private const int Margin = 8;
    private const int Gap = 54;
    private const int Lane = 16;
    private const int Port = 24;
    private const int FewestOfAnExit = 2;

    public static FlowLayout Of(WorkflowRules rules) => new Drawing(rules).Draw();

    private sealed record Edge(string Way, string From, string To, bool NeedsReason)
    {
        public bool IsBack { get; set; }
    }

    private sealed class Drawing
    {
        private readonly List<string> _states;
        private readonly List<string> _exits;
        private readonly List<Edge> _edges;
        private readonly Dictionary<string, int> _layer = [];
        private readonly Dictionary<string, int> _column = [];
        private readonly Dictionary<string, FlowBox> _boxes = [];
        private readonly Dictionary<(string State, char Side), int> _ports = [];
        private readonly HashSet<string> _named = [];
        private int _leftChannels;
        private int _rightChannels;
        private int[] _gapTop = [];
        private int[] _lanes = [];

        public Drawing(WorkflowRules rules)
        {
            _exits = [.. rules.States.Where(s => IsExit(s, rules)).Select(s => s.Name).Distinct()];
            _states = [.. rules.States.Select(s => s.Name).Distinct().Where(s => !_exits.Contains(s))];
            _edges =
            [
                .. rules.Keyed().SelectMany(k => k.Way.From.Distinct().Select(from => new Edge(k.Key, from, k.Way.To, k.Way.NeedsReason)))
                    .Where(e => e.From != e.To && _states.Contains(e.From) && _states.Contains(e.To)),
            ];
            FindBackEdges(rules.Initial);
            SetLayers();
            SetColumns(rules.Initial);
        }

        public FlowLayout Draw()
        {
            SetBoxes();
            List<FlowArrow> arrows = [.. _edges.OrderBy(e => _column[e.To]).Select(Arrow)];
            var right = _boxes.Values.Max(b => b.Right) + (_rightChannels == 0 ? 0 : 28 + (_rightChannels * Lane));
            var bottom = _boxes.Values.Max(b => b.Bottom) + (_gapTop.Length > 0 ? Lane : 0);
            var exits = Exits(right, bottom);
            return new(
                Math.Max(right, exits.Select(e => e.Right).DefaultIfEmpty().Max()) + Margin,
                exits.Select(e => e.Bottom).Append(bottom).Max() + Margin,
                [.. _boxes.Values, .. exits],
                arrows);
        }

        private static bool IsExit(WorkflowState state, WorkflowRules rules)
        {
            var ways = rules.Transitions.Where(t => t.To == state.Name).ToList();
            return state.Final && ways.Count > 0 && ways.All(w => w.NeedsReason) && ways.SelectMany(w => w.From).Distinct().Count() >= FewestOfAnExit;
        }

        /// <summary>A way to a state that is still being followed closes a ring: it is drawn upwards.</summary>
        private void FindBackEdges(string initial)
        {
            HashSet<string> done = [];
            HashSet<string> open = [];

            foreach (var start in _states.Where(s => s == initial).Concat(_states))
            {
                Follow(start);
            }

            void Follow(string state)
            {
                if (done.Contains(state) || !open.Add(state))
                {
                    return;
                }

                foreach (var edge in _edges.Where(e => e.From == state).OrderBy(e => e.NeedsReason))
                {
                    edge.IsBack = open.Contains(edge.To);
                    Follow(edge.To);
                }

                open.Remove(state);
                done.Add(state);
            }
        }

        /// <summary>The layer of a state is the longest way to it.</summary>
        private void SetLayers()
        {
            foreach (var state in _states)
            {
                LayerOf(state);
            }

            int LayerOf(string state)
                => _layer.TryGetValue(state, out var known) ? known : _layer[state] = _edges.Where(e => !e.IsBack && e.To == state).Select(e => LayerOf(e.From) + 1).DefaultIfEmpty(0).Max();
        }

        /// <summary>The main way stands in the first column, everything beside it to the right.</summary>
        private void SetColumns(string initial)
        {
            Dictionary<string, int> left = [];

            for (var state = _states.Contains(initial) ? initial : null; state is not null;)
            {
                _column[state] = 0;
                state = _edges.Where(e => e.From == state && !e.IsBack && !e.NeedsReason).OrderByDescending(e => Left(e.To)).Select(e => e.To).FirstOrDefault();
            }

            foreach (var row in _states.GroupBy(s => _layer[s]))
            {
                var next = 1;

                foreach (var state in row.Where(s => !_column.ContainsKey(s)))
                {
                    _column[state] = next++;
                }
            }

            int Left(string state) => left.TryGetValue(state, out var known) ? known : left[state] = _edges.Where(e => e.From == state && !e.IsBack).Select(e => Left(e.To) + 1).DefaultIfEmpty(0).Max();
        }

        private void SetBoxes()
        {
            var layers = _layer.Values.DefaultIfEmpty(0).Max() + 1;
            var x0 = Margin + (_edges.Any(e => SideOf(e) == 'l') ? 96 : 0);
            _gapTop = new int[layers];
            _lanes = [.. Enumerable.Range(0, layers).Select(g => _edges.Count(e => IsStep(e) && _layer[e.From] == g))];
            var y = Margin;

            for (var layer = 0; layer < layers; layer++)
            {
                foreach (var state in _states.Where(s => _layer[s] == layer))
                {
                    _boxes[state] = new(state, layer, _column[state], x0 + (_column[state] * (BoxWidth + ColumnGap)), y, BoxWidth, BoxHeight, false);
                }

                _gapTop[layer] = y + BoxHeight;
                y += BoxHeight + Gap + (_lanes[layer] * Lane);
            }
        }

        private List<FlowBox> Exits(int right, int bottom)
        {
            var width = Math.Min(280, (right - Margin - ((_exits.Count - 1) * ColumnGap / 2)) / Math.Max(1, _exits.Count));
            return [.. _exits.Select((s, at) => new FlowBox(s, _gapTop.Length, at, Margin + (at * (width + (ColumnGap / 2))), bottom + 12, width, ExitHeight, true))];
        }

        private FlowArrow Arrow(Edge edge)
        {
            var (from, to) = (_boxes[edge.From], _boxes[edge.To]);
            var (points, label) = IsStraight(edge) ? Straight(from, to)
                : IsStep(edge) ? Step(from, to)
                : IsShortReturn(edge) ? ShortReturn(from, to)
                : Around(edge, from, to);
            return new(edge.Way, edge.From, edge.To, edge.NeedsReason || edge.IsBack, points, _named.Add(edge.Way) ? label : null);
        }

        private bool IsStraight(Edge edge) => _layer[edge.To] == _layer[edge.From] + 1 && _column[edge.To] == _column[edge.From];

        private bool IsStep(Edge edge) => _layer[edge.To] == _layer[edge.From] + 1 && _column[edge.To] != _column[edge.From];

        /// <summary>Straight up beside the state above and in from its right, where nothing stands in between.</summary>
        private bool IsShortReturn(Edge edge)
            => _layer[edge.To] == _layer[edge.From] - 1 && _column[edge.From] > _column[edge.To]
                && !_states.Any(s => _layer[s] == _layer[edge.To] && _column[s] > _column[edge.To] && _column[s] <= _column[edge.From]);

        /// <summary>On which side a long way runs: l or r; a space for one that needs none.</summary>
        private char SideOf(Edge edge)
            => IsStraight(edge) || IsStep(edge) || IsShortReturn(edge) ? ' ' : !edge.IsBack && _column[edge.From] == 0 && _column[edge.To] == 0 ? 'l' : 'r';

        private static ((int, int)[], (int, int)) Straight(FlowBox from, FlowBox to)
            => ([(from.Middle, from.Bottom), (from.Middle, to.Y)], (from.Middle + 9, to.Y - 19));

        private ((int, int)[], (int, int)) Step(FlowBox from, FlowBox to)
        {
            var right = to.Column > from.Column;
            var exit = from.Middle + (Taken(from, 'b') * (right ? Port : -Port));
            var entry = to.Middle - (Taken(to, 't') * (right ? Port : -Port));

            // The first goes farthest down, so that the ways out of one state do not cross.
            var y = _gapTop[from.Layer] - 2 + (_lanes[from.Layer]-- * Lane);
            return ([(exit, from.Bottom), (exit, y), (entry, y), (entry, to.Y)], (entry + 9, to.Y - 19));
        }

        private ((int, int)[], (int, int)) ShortReturn(FlowBox from, FlowBox to)
        {
            var x = from.Right - Port;
            var y = to.Centre + ((Taken(to, 'r') - 1) * Lane);
            return ([(x, from.Y), (x, y), (to.Right, y)], (x - 60, from.Y - 36));
        }

        private ((int, int)[], (int, int)) Around(Edge edge, FlowBox from, FlowBox to)
        {
            var left = SideOf(edge) == 'l';
            var side = left ? 'l' : 'r';
            var x = left ? Margin + 84 - (_leftChannels++ * Lane) : _boxes.Values.Max(b => b.Right) + 24 + (_rightChannels++ * Lane);
            List<(int, int)> points = [.. Leave(from, side, x)];
            points.AddRange(Enter(to, side, x));
            var (firstX, firstY) = points[0];
            return ([.. points], left ? (Margin, firstY - 8) : (firstX + 8, firstY - 8));
        }

        /// <summary>Out of the side where nothing stands beside it, else out of the bottom.</summary>
        private List<(int, int)> Leave(FlowBox from, char side, int x)
        {
            if (IsFree(from, side))
            {
                var y = from.Centre + ((Taken(from, side) - 1) * Lane);
                return [(side == 'l' ? from.X : from.Right, y), (x, y)];
            }

            var lane = _gapTop[from.Layer] + 10;
            var port = from.Middle + (Taken(from, 'b') * Port);
            return [(port, from.Bottom), (port, lane), (x, lane)];
        }

        private List<(int, int)> Enter(FlowBox to, char side, int x)
        {
            if (IsFree(to, side))
            {
                var y = to.Centre + ((Taken(to, side) - 1) * Lane);
                return [(x, y), (side == 'l' ? to.X : to.Right, y)];
            }

            var port = to.Middle + (Taken(to, 't') * Port);
            return [(x, to.Y - 12), (port, to.Y - 12), (port, to.Y)];
        }

        private bool IsFree(FlowBox box, char side)
            => !_boxes.Values.Any(other => other.Layer == box.Layer && (side == 'l' ? other.Column < box.Column : other.Column > box.Column));

        /// <summary>The number of the next line at this side of a box, from 1.</summary>
        private int Taken(FlowBox box, char side) => _ports[(box.State, side)] = _ports.GetValueOrDefault((box.State, side)) + 1;
    }
}
